import { homepage } from '../../../package.json';

/** Bundlers replace `process.env.NODE_ENV`, written exactly so. */
declare const process: { env: { NODE_ENV?: string } };

/** How many streams leave a connection for other requests. Browsers open six to each host over HTTP/1.1. */
const mostStreams = 5;

const openOrigins: string[] = [];
const warnedOrigins = new Set<string>();

/**
 * Notes in development that a stream is open, and warns if a page has too many over HTTP/1.1. It does nothing in builds for
 * production.
 *
 * @returns the function that notes the end of the stream.
 */
export function warnOfCrowding(url: string): (() => void) | undefined {
  try {
    // A branch, because bundlers drop only a branch together with the functions that it calls.
    if (process.env.NODE_ENV !== 'production') {
      // The page has not requested a stream that has no URL.
      if (url) return count(new URL(url, location.href).origin);
    }
  } catch {
    // A page without a bundler has no `process`, and nothing says that it is in development. Node has no `location`.
  }
  return undefined;
}

function count(origin: string): () => void {
  openOrigins.push(origin);
  const open = openOrigins.filter((other) => other === origin).length;
  if (open > mostStreams && !warnedOrigins.has(origin) && isHttp1(origin)) {
    warnedOrigins.add(origin);
    console.warn(
      `react-streamed: ${open} streams are open to ${origin} over HTTP/1.1. Browsers open at most six connections to a host, counting all tabs, so other requests wait. Share a connection among components (\`share\`) and tabs (\`acrossTabs\`), or serve over HTTP/2. See ${homepage}/blob/main/docs/guides/sharing-a-connection.md`,
    );
  }
  return () => {
    openOrigins.splice(openOrigins.indexOf(origin), 1);
  };
}

/** Tells whether requests to an origin use HTTP/1.1. The entry of a stream itself exists only once the stream has ended. */
function isHttp1(origin: string): boolean {
  // No browser speaks HTTP/2 without TLS.
  if (origin.startsWith('http:')) return true;
  const entries = performance.getEntries() as PerformanceResourceTiming[];
  return entries.some((entry) => entry.nextHopProtocol?.startsWith('http/1') && new URL(entry.name).origin === origin);
}
