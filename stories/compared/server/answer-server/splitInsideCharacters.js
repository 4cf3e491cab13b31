/** In UTF-8, a byte from here on begins a character of several bytes. */
const firstLeadByte = 0xc0;

/**
 * Moves the end of each chunk into its last character of several bytes. The rest comes with the next chunk.
 *
 * @param {import('./planResponse.js').Chunk[]} chunks
 */
export function splitInsideCharacters(chunks) {
  let rest = new Uint8Array();
  return chunks.map((chunk) => {
    const bytes = new Uint8Array([...rest, ...chunk.bytes]);
    const end = bytes.findLastIndex((byte) => byte >= firstLeadByte) + 1 || bytes.length;
    rest = bytes.slice(end);
    return { ...chunk, bytes: bytes.slice(0, end) };
  });
}
