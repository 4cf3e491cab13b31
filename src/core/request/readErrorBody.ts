import type { Deadline } from './createDeadline.ts';

/** How much of the text of a failed response is read, in characters. */
const longestErrorBody = 65_536;

/** For how long the text of a failed response is read, in milliseconds. */
const longestRead = 2000;

/**
 * Reads the text of a failed response, as far as it arrives within two seconds and at most 64 Ki characters.
 * A body that breaks or dawdles is still worth reading up to there.
 */
export async function readErrorBody(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  deadline: Deadline,
): Promise<string> {
  if (!reader) return '';
  const cancel = () => void reader.cancel().catch(() => {});
  const decoder = new TextDecoder();
  let text = '';
  deadline.set(longestRead, cancel);
  try {
    while (text.length < longestErrorBody) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The connection broke.
  }
  deadline.clear();
  cancel();
  return text.slice(0, longestErrorBody);
}
