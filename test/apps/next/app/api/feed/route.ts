import { setTimeout as pause } from 'node:timers/promises';

/** Three events, then the end: who comes back with a last event ID gets the three after it. */
export function GET(request: Request): Response {
  const seen = Number(request.headers.get('last-event-id') ?? 0);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(encoder.encode('retry: 50\n\n'));
      for (let id = seen + 1; id <= seen + 3; id++) {
        await pause(20);
        controller.enqueue(encoder.encode(`id: ${id}\ndata: ${id}\n\n`));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
