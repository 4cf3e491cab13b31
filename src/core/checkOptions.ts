import { describeRequest, isJson } from './buildRequest.ts';
import type { RequestOptions, StreamUrl } from './RequestOptions.ts';
import { StreamError } from './StreamError.ts';

/** Finds a mistake that types would have shown: a callback that is no function, a url that cannot be shared as. */
export function checkOptions(url: StreamUrl, options: RequestOptions): StreamError | undefined {
  const mistake = (message: string) => new StreamError('request', message, describeRequest(url, options));
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const isCallback = /^(on[A-Z].*|fetch|until|fail|select)$/.test(name);
    if (isCallback && value !== undefined && typeof value !== 'function') {
      return mistake(`\`${name}\` is of type ${typeof value}. Pass a function or leave it out.`);
    }
  }
  const { share, key } = options as { share?: unknown; key?: unknown };
  if (share === true && key === undefined && [url, options.body].some(isOpaque)) {
    return mistake(
      '`share: true` cannot tell streams apart by a url or body that text does not stand for. Share by a name, or give a `key`.',
    );
  }
  return undefined;
}

/** Tells whether text cannot stand for a url or body: a function, a form, a stream; not a `URL` or `URLSearchParams`. */
function isOpaque(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (value instanceof URL || value instanceof URLSearchParams) return false;
  return typeof value === 'object' && value !== null && !isJson(value);
}
