/**
 * Makes `fetch` answer with the same body, but in chunks of `splitAfter` events, each in a task after the one before, as from
 * a service worker or an SDK that passes messages. The body is read before, so that nothing else competes with the page.
 *
 * @returns when the last chunk was passed on, as a `performance.now()` time.
 */
export async function feedFetch(url, splitAfter) {
  const answer = await fetch(url);
  const chunks = splitBytes(new Uint8Array(await answer.arrayBuffer()), splitAfter);
  const times = { end: undefined };
  globalThis.fetch = async () => new Response(createFedBody(chunks, times), { headers: answer.headers });
  return times;
}

function createFedBody(chunks, times) {
  let index = 0;
  const { port1, port2 } = new MessageChannel();
  return new ReadableStream({
    start(controller) {
      port1.addEventListener('message', () => {
        controller.enqueue(chunks[index]);
        index++;
        if (index < chunks.length) {
          port2.postMessage(undefined);
          return;
        }
        times.end = performance.now();
        controller.close();
        port1.close();
      });
      port1.start();
      port2.postMessage(undefined);
    },
  });
}

/** Cuts bytes after every so many events. */
function splitBytes(bytes, events) {
  const chunks = [];
  let start = 0;
  let seen = 0;
  for (let index = 1; index < bytes.length; index++) {
    const isEnd = bytes[index] === 10 && bytes[index - 1] === 10;
    if (isEnd) seen++;
    if ((isEnd && seen % events === 0) || index === bytes.length - 1) {
      chunks.push(bytes.slice(start, index + 1));
      start = index + 1;
    }
  }
  return chunks;
}
