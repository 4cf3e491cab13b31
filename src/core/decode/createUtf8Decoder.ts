/** Turns the bytes of one stream into text, a chunk at a time. A BOM stays in the text. */
export interface Utf8Decoder {
  /** Decodes the next chunk. A character that is split over chunks is returned with the chunk that completes it. */
  decode(chunk: Uint8Array): string;
  /** Ends the stream and drops the bytes of a cut character. The next chunk begins another stream. */
  end(): void;
}

/** The length in bytes from which the streaming decoder is faster for text that is not ASCII, measured in Node 20. */
const longChunk = 1024;

const lastAsciiByte = 0x7f;

/** Creates a decoder for UTF-8 (Encoding §6) in which invalid bytes become U+FFFD. */
export function createUtf8Decoder(): Utf8Decoder {
  // Node decodes ASCII up to nine times as fast with a decoder that was never asked to stream.
  const wholeDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const streamDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Whether the latest chunk may have ended inside a character. */
  let isMidCharacter = false;
  let isAscii = true;

  return {
    decode(bytes) {
      const { length } = bytes;
      const last = bytes[length - 1];
      if (last === undefined) return '';
      // A chunk that ends with an ASCII byte does not end inside a character, so it leaves no state in the decoder.
      const endsInAscii = last <= lastAsciiByte;
      let text: string;
      if (isMidCharacter || !endsInAscii || (length >= longChunk && !isAscii)) {
        text = streamDecoder.decode(bytes, { stream: true });
      } else {
        // A drip of single bytes needs no decoder at all.
        text = length > 1 ? wholeDecoder.decode(bytes) : String.fromCharCode(last);
      }
      isMidCharacter = !endsInAscii;
      isAscii = text.length === length;
      return text;
    },
    end() {
      streamDecoder.decode();
    },
  };
}
