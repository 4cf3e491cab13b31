import { streamOf } from './streamOf.ts';
import { writeMetric } from './writeMetric.ts';

interface MetricsServerSettings {
  /** Milliseconds between two pieces of the feed. */
  readonly interval: number;
}

/** Milliseconds between two events. They happen whether or not anybody listens. */
const eventInterval = 20;

/** How many events a new client gets at once, so that every widget has something to show. */
const backlog = 500;

/** How long the server is down, in milliseconds. */
const outage = 5000;

/**
 * Creates a server of one feed. `GET /api/metrics` continues after `Last-Event-ID`, and `POST /api/outage` takes the
 * feed down for five seconds.
 */
export function createMetricsServer(settings: MetricsServerSettings) {
  const begin = Date.now() - backlog * eventInterval;
  let upAgainAt = 0;
  let answered = 0;
  const isDown = () => Date.now() < upAgainAt;
  const latestId = () => Math.floor((Date.now() - begin) / eventInterval);

  async function* writeFeed(lastEventId: number) {
    answered += 1;
    yield `event: server\ndata: ${JSON.stringify({ answered })}\n\n`;
    let next = lastEventId + 1;
    for (;;) {
      let piece = '';
      for (; next <= latestId(); next += 1) piece += writeMetric(next);
      // A comment keeps the connection alive if nothing happens.
      yield piece || ':\n\n';
      await pause(settings.interval);
      if (isDown()) throw new Error('the server went down');
    }
  }

  return (request: Request): Response => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/outage' && request.method === 'POST') {
      upAgainAt = Date.now() + outage;
      return new Response(null, { status: 204 });
    }
    if (pathname !== '/api/metrics') return new Response('Not found', { status: 404 });
    if (isDown()) return new Response('Down', { status: 503 });
    const lastEventId = request.headers.get('Last-Event-ID') ?? latestId() - backlog;
    return new Response(streamOf(writeFeed(Number(lastEventId))), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    });
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
