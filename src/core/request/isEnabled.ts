import type { StreamSource } from './RequestOptions.ts';

/** Tells whether a stream with these options starts by itself. */
export function isEnabled({ enabled = true, url }: { enabled?: boolean | undefined; url: StreamSource }): boolean {
  return enabled && Boolean(url);
}
