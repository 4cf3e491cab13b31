/** Reads the body of a response. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** How much of the text of a failed response is read, in characters. */
const longestErrorBody = 65_536;

/** Reads the text of a failed response, at most 64 Ki characters. A body that breaks is still worth reading up to there. */
export async function readErrorBody(reader: BodyReader | undefined): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < longestErrorBody) {
      const chunk = (await reader?.read())?.value;
      if (!chunk) break;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    // The connection broke.
  }
  return text.slice(0, longestErrorBody);
}
