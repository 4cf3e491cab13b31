import type { ServerResponse } from 'node:http';
import { startServer, type TestServer } from './startServer.ts';

/** What goes wrong with one response of the replay server. */
type Fault = (response: ServerResponse, nextEvent: string) => void;

/** Ends the response after as many bytes of the next event, cleanly or by a reset. */
const cut =
  (bytes: number, end: 'end' | 'destroy'): Fault =>
  (response, nextEvent) => {
    response.write(Buffer.from(nextEvent).subarray(0, bytes), () => response[end]());
  };
const afterId = 'id: 1234\r\n'.length;
const faults: Record<string, Fault> = {
  'clean end': (response) => response.end(),
  reset: (response) => response.destroy(),
  'cut in the id': cut(6, 'destroy'),
  'cut after the id': cut(afterId, 'end'),
  'cut in a character': cut(afterId + 'data: 1234 '.length + 1, 'destroy'),
  'cut before the blank line': cut(-2, 'end'),
  'cut in the last CRLF': cut(-1, 'end'),
  stall: () => {},
};
/** What goes wrong before there is a response. */
const refusals: Record<string, (response: ServerResponse) => void> = {
  'status 500': (response) => response.writeHead(500).end('broken'),
  'status 503': (response) => response.writeHead(503, { 'retry-after': '0' }).end(),
  'status 429': (response) => response.writeHead(429).end(),
  'reset before the head': (response) => response.destroy(),
};

/** A server that replays numbered events after `Last-Event-ID`, and breaks each response at a place that a seed chooses. */
export interface ReplayServer extends TestServer {
  /** How often each fault was done. */
  readonly done: ReadonlyMap<string, number>;
}

/** Starts a replay server. After `faultCount` faults it serves the rest, and the event `end` after it. */
export async function startReplayServer(seed: number, faultCount: number): Promise<ReplayServer> {
  const random = seededRandom(seed);
  const pick = (names: string[]) => names[Math.floor(random() * names.length)]!;
  const done = new Map<string, number>();
  let faultsLeft = faultCount;
  const format = (id: number) => `id: ${id + 1000}\r\ndata: ${id + 1000} é👩‍🚀\r\n\r\n`;

  const server = await startServer((request, response) => {
    const fault = faultsLeft-- > 0 ? pick([...Object.keys(faults), ...Object.keys(refusals)]) : 'none';
    done.set(fault, (done.get(fault) ?? 0) + 1);
    if (fault in refusals) return refusals[fault]!(response);

    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let id = Number(request.headers['last-event-id'] ?? 999) - 999;
    const count = Math.floor(random() * 6);
    let text = random() < 0.3 ? ': hello\r\n\r\n' : '';
    for (let i = 0; i < count; i++) text += format(id++);
    if (fault === 'none') text += `event: end\r\ndata\r\n\r\n`;
    // Everything in one write, or in pieces of a few bytes.
    const bytes = Buffer.from(text);
    const size = random() < 0.5 ? bytes.length || 1 : 1 + Math.floor(random() * 20);
    for (let start = 0; start < bytes.length; start += size) response.write(bytes.subarray(start, start + size));
    faults[fault]?.(response, format(id));
  });
  return { ...server, done };
}

/** A small random generator (mulberry32), so that a failure can be run again by its seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
