/** Tells whether a text is OpenAI's end marker, which many gateways add to the streams of other providers. */
export function isEndMarker(text: string): boolean {
  return text.startsWith('[DONE]');
}
