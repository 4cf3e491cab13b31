import type { RequestSource } from './buildRequest.ts';

/** Tells whether a stream with these options starts by itself. */
export function isEnabled(source: RequestSource & { enabled?: boolean | undefined }): boolean {
  const { enabled = true } = source;
  return enabled && maySend(source);
}

/** Tells whether a stream has a URL, and a signal that lets it start. */
export function maySend({ url, signal }: RequestSource): boolean {
  return Boolean(url) && !signal?.aborted;
}
