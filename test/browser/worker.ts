import { createEventSource, createFetchStream, createTypewriter, list } from 'react-streamed/core';

const text = 'Two words and a family 👩‍👩‍👧.';
const events = `data:text/event-stream,${encodeURIComponent('id:1\ndata:one\n\nid:2\ndata:two\n\n')}`;

/** Runs each store until it is done. */
async function run() {
  const stream = createFetchStream(`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`);
  const answer = await stream.start();

  const typewriter = createTypewriter({ initial: 'type', graphemesPerSecond: 2000 });
  const typed = new Promise<string>((resolve) => {
    typewriter.setOptions({ graphemesPerSecond: 2000, onComplete: () => resolve(typewriter.getSnapshot().text) });
  });
  typewriter.append(answer.data);
  typewriter.end();

  const closed = new Promise<unknown>((resolve) => {
    const source = createEventSource(events, {
      accumulate: list(),
      reconnect: { maxAttempts: 1, initialDelay: 0 },
      // The second connection shows that the wait for it has ended.
      onOpen: () => source.getSnapshot().count > 0 && source.close(),
      onClose: () => resolve(source.getSnapshot()),
    });
    source.open();
  });
  const { data, lastEventId } = (await closed) as { data: unknown; lastEventId: string };
  return { answer: [answer.status, answer.data], typed: await typed, events: data, lastEventId };
}

run().then(
  (result) => postMessage({ hasDocument: 'document' in globalThis, ...result }),
  (error: unknown) => postMessage({ failed: String(error) }),
);
