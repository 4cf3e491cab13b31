/** How many milliseconds pass between two events. */
const interval = 250;

/** Keeps the IDs short: they start again after a day. */
const day = 86_400_000;

/** Creates a `fetch` whose feed counts the time. It continues after the last event ID, as a server does. */
export function createClockFeed(): typeof fetch {
  const countIntervals = () => Math.floor((Date.now() % day) / interval);
  return (_url, init) => {
    let sent = Number(new Headers(init?.headers).get('last-event-id') ?? countIntervals() - 1);
    const encoder = new TextEncoder();
    let timer: ReturnType<typeof setInterval> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        timer = setInterval(() => {
          const latest = countIntervals();
          for (; sent < latest; sent += 1) controller.enqueue(encoder.encode(`id: ${sent + 1}\ndata: tick\n\n`));
        }, interval / 2);
      },
      cancel: () => clearInterval(timer),
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  };
}
