import { streamOf } from './streamOf.ts';
import { writeLog } from './writeLog.ts';

interface LogServerSettings {
  /** Milliseconds between two pieces of 100 kB. `0`: as fast as the page takes them. */
  readonly interval: number;
}

/** Creates a server of one long log, which is made while it is sent. */
export function createLogServer(settings: LogServerSettings, megabytes = 200) {
  return (request: Request): Response => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/api/log') return new Response('Not found', { status: 404 });
    const size = megabytes * 1_000_000;
    return new Response(streamOf(writePieces(size, settings)), {
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        // With the length, the page knows how much is left.
        'Content-Length': String(size),
        'Cache-Control': 'no-store',
      },
    });
  };
}

async function* writePieces(size: number, settings: LogServerSettings) {
  for (const piece of writeLog(size)) {
    yield piece;
    if (settings.interval > 0) await pause(settings.interval);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
