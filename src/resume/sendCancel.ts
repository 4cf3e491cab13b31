import type { ResumableStreamOptions } from '../core/fetch-stream/StreamResumption.ts';
import { toRequest } from './toRequest.ts';
import type { CancelRequest } from './ResumableOptions.ts';

/** Tells the server to stop an answer, even if the page is left at once. Nobody waits for the outcome. */
export async function sendCancel(given: string | URL | CancelRequest, options: ResumableStreamOptions): Promise<void> {
  const { url, method = 'DELETE', headers } = toRequest(given);
  // It is not called as a method, because the browser's own `fetch` refuses another `this`.
  const { fetch = globalThis.fetch, credentials } = options;
  const init = { method, headers, credentials, keepalive: true } as RequestInit;
  try {
    const response = await fetch(String(url), init);
    await response.body?.cancel();
  } catch {
    // The answer then ends at the server as it would without `cancel`.
  }
}
