/** Turns the bytes of one stream into text, a chunk at a time. */
export interface Utf8Decoder {
  /** Decodes the next chunk; a character that is not whole yet comes with the chunk that ends it. Text passes through. */
  decode(chunk: Uint8Array | string): string;
  /** Ends the stream and returns what was left of it: U+FFFD for a cut character. The next chunk begins another stream. */
  end(): string;
}

/**
 * Creates a decoder for the UTF-8 decode algorithm (Encoding §6): one BOM is removed at the start of the stream, split or
 * decoded already, and invalid bytes become U+FFFD.
 */
export function createUtf8Decoder(): Utf8Decoder {
  const wholeDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const partDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isStarted = false;
  let isPart = false;

  function decodeBytes(bytes: Uint8Array): string {
    // A chunk that ends with an ASCII byte ends no character halfway, so it needs no state. Node decodes about four
    // times as fast where `stream` was never asked for, which is why there are two decoders.
    const endsPart = bytes.length > 0 && (bytes[bytes.length - 1] as number) > 0x7f;
    if (!isPart && !endsPart) return wholeDecoder.decode(bytes);
    isPart = endsPart || bytes.length === 0;
    return partDecoder.decode(bytes, { stream: isPart });
  }

  return {
    decode(chunk) {
      const text = typeof chunk === 'string' ? chunk : decodeBytes(chunk);
      if (isStarted || text === '') return text;
      isStarted = true;
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    },
    end() {
      isStarted = isPart = false;
      return partDecoder.decode();
    },
  };
}
