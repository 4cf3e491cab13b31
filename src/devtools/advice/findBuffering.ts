import { homepage } from '../../../package.json';
import { nameRequest } from '../nameRequest.ts';
import type { Finder } from './Finder.ts';

/** How many items show that a response was meant to be streamed. */
const fewestItems = 10;

/** How long nothing has arrived, in milliseconds. */
const shortestSilence = 1000;

/** How long the items took to arrive, in milliseconds. */
const longestBurst = 100;

/** Finds a response whose items all arrived together at its end, as if a proxy had held them back. */
export function findBuffering(): Finder {
  return (record) => {
    if (record.type !== 'end' || record.firstItemAt === undefined || record.items < fewestItems) return undefined;
    const { sentAt, firstItemAt, end, items } = record;
    const silence = firstItemAt - sentAt;
    if (silence < shortestSilence || end - firstItemAt > longestBurst) return undefined;
    const seconds = (silence / 1000).toFixed(1);
    return `all ${items} items of ${nameRequest(record)} arrived together, ${seconds} s after the request was sent. Either the server writes them together, or a proxy buffers the response. See ${homepage}/blob/main/docs/guides/behind-proxies.md`;
  };
}
