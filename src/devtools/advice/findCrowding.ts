import { readSafely } from '../../core/readSafely.ts';
import { homepage } from '../../../package.json';
import type { Finder } from './Finder.ts';

/** How many streams leave a connection for other requests. Browsers open at most six to one host over HTTP/1.1. */
const mostStreams = 5;

/** Finds more than five open streams to one host over HTTP/1.1. Further requests to that host wait. */
export function findCrowding(): Finder {
  const openStreams = new Map<string, number>();

  return (record) => {
    if (record.type !== 'response' && record.type !== 'end') return undefined;
    const wasOpen = record.type === 'response' || record.status !== undefined;
    const origin = originOf(record.url);
    if (!origin || !wasOpen) return undefined;
    const change = record.type === 'response' ? 1 : -1;
    const count = (openStreams.get(origin) ?? 0) + change;
    openStreams.set(origin, count);
    if (count <= mostStreams || !isHttp1(origin)) return undefined;
    return `${count} streams from ${origin} are open over HTTP/1.1, of which browsers allow six connections to a host. Other requests wait. Use HTTP/2, or share connections. See ${homepage}/blob/main/docs/guides/sharing-a-connection.md`;
  };
}

/** Returns the origin of a URL; `undefined` without a page to resolve it against. */
function originOf(url: string): string | undefined {
  return readSafely(() => new URL(url, document.baseURI).origin);
}

/** Whether the browser has loaded something from there over HTTP/1.1. An open stream itself is not listed. */
function isHttp1(origin: string): boolean {
  // No browser speaks HTTP/2 without TLS.
  if (origin.startsWith('http:')) return true;
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return (entries as PerformanceResourceTiming[]).some(
    ({ name, nextHopProtocol }) => nextHopProtocol === 'http/1.1' && originOf(name) === origin,
  );
}
