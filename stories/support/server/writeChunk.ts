/** Writes the bytes of a chunk as text. Line breaks are marked, and the bytes of an incomplete character are numbers. */
export function writeChunk(chunk: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chunk).replaceAll('\n', '↵\n');
  } catch {
    return Array.from(chunk, writeByte).join('');
  }
}

const firstPrintable = 0x20;
const lastPrintable = 0x7e;

function writeByte(byte: number): string {
  if (byte >= firstPrintable && byte <= lastPrintable) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
