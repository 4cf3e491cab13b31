import type { Deadline } from './createDeadline.ts';

const byteLimit = 65_536;
/** How many milliseconds the text of a failed response may take. The failure is not held back longer. */
const patience = 2000;

/** Reads the text of a failed response: at most 64 KiB of it, what has come within two seconds or until it is aborted. */
export async function readErrorBody(response: Response, deadline: Deadline, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let room = byteLimit;
  const giveUp = () => void reader.cancel().catch(() => {});
  deadline.start(patience, giveUp);
  signal.addEventListener('abort', giveUp);
  try {
    while (room > 0) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, room), { stream: true });
      room -= value.length;
    }
  } catch {
    // The connection broke: what has come is still worth reading.
  }
  giveUp();
  return text + decoder.decode();
}
