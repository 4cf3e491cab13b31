import { findEntries } from './findEntries.ts';
import { streamOf } from './streamOf.ts';

interface SearchServerSettings {
  /** Milliseconds between two results. */
  readonly interval: number;
}

/** Creates a server that finds entries by their names. `GET /api/search?q=&limit=` sends each one as a line of JSON. */
export function createSearchServer(settings: SearchServerSettings) {
  return (request: Request): Response => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== '/api/search') return new Response('Not found', { status: 404 });
    const found = findEntries(searchParams.get('q') ?? '', Number(searchParams.get('limit') ?? 10));
    return new Response(streamOf(writeLines(found, settings)), {
      headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' },
    });
  };
}

async function* writeLines(entries: readonly unknown[], { interval }: SearchServerSettings) {
  for (const entry of entries) {
    await pause(interval);
    yield `${JSON.stringify(entry)}\n`;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
