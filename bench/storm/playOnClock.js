import { importSource } from '../support/importSource.js';
import { createSteppedClock } from './createSteppedClock.js';

const { createEventSource } = await importSource('core/event-source/createEventSource.ts');

const encoder = new TextEncoder();
/** As long as a connection has to be open to count as good. */
const resetAfter = 5000;

/**
 * Plays what `playRestart` plays on a clock without real time, and with a `fetch` as the server. What the process can do in
 * a second has no influence on it.
 */
export async function playOnClock({ clients, reconnectionTime, ending }) {
  const clock = createSteppedClock();
  const connections = new Set();
  let open = 0;
  let times = [];
  const fetch = async (_url, { signal }) => {
    times.push(clock.now());
    const body = new ReadableStream({
      start: (connection) => {
        connections.add(connection);
        connection.enqueue(encoder.encode(`retry: ${reconnectionTime}\n\ndata: hello\n\n`));
        signal.addEventListener('abort', () => connections.delete(connection));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  };
  const sources = Array.from({ length: clients }, () =>
    createEventSource('http://localhost/feed', {
      clock,
      fetch,
      onOpen: () => {
        open += 1;
      },
    }),
  );
  for (const source of sources) source.open();
  await clock.advance(2 * resetAfter);
  if (open < clients) throw new Error('Not all clients have connected.');

  const end = clock.now();
  times = [];
  for (const connection of connections) {
    connections.delete(connection);
    if (ending === 'ended') connection.close();
    else connection.error(new TypeError('terminated'));
  }
  await clock.advance(3 * reconnectionTime);
  for (const source of sources) source.close();
  if (times.length < clients) throw new Error('Not all clients came back.');
  return times.map((time) => time - end);
}
