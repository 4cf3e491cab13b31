import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { importSource } from '../support/importSource.js';

const { createEventSource } = await importSource('core/event-source/createEventSource.ts');

const serverFile = fileURLToPath(new URL('./server.js', import.meta.url));
const batch = 100;
/** As long as a connection has to be open to count as good. */
const resetAfter = 5000;

/**
 * Opens event sources to a server, restarts it, and waits until all are open again.
 *
 * @param restart.ending - `killed` breaks the connections. With `ended`, the server ends its responses first.
 * @returns the times of the requests that reached the server after its end, in milliseconds since that moment.
 */
export async function playRestart({ clients, reconnectionTime, ending }) {
  const first = await startServer(0, reconnectionTime);
  let open = 0;
  const sources = Array.from({ length: clients }, () =>
    createEventSource(`http://127.0.0.1:${first.port}/feed`, {
      onOpen: () => {
        open += 1;
      },
    }),
  );
  try {
    for (let i = 0; i < clients; i += batch) {
      for (const source of sources.slice(i, i + batch)) source.open();
      await waitUntil(() => open >= Math.min(clients, i + batch));
    }
    await wait(resetAfter);

    open = 0;
    const end = Date.now();
    if (ending === 'ended') first.process.send('end');
    // Long enough to send the ends, and much shorter than any wait.
    if (ending === 'ended') await wait(500);
    await stopServer(first);
    const second = await startServer(first.port, reconnectionTime);
    await waitUntil(() => open >= clients);
    second.process.send('times');
    const [times] = await once(second.process, 'message');
    for (const source of sources) source.close();
    await stopServer(second);
    return times.map((time) => time - end);
  } finally {
    for (const source of sources) source.close();
  }
}

async function startServer(port, reconnectionTime) {
  const process = fork(serverFile, [String(port), String(reconnectionTime)]);
  const [actual] = await once(process, 'message');
  return { process, port: actual };
}

async function stopServer(server) {
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
}

async function waitUntil(isTrue) {
  const deadline = Date.now() + 120_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('The clients did not connect within two minutes.');
    await wait(20);
  }
}
