/** How many promise continuations in a row are waited for on a platform without `MessageChannel`. */
const longestChain = 64;

/**
 * Waits until all pending promise continuations have run. It sends itself a message instead of setting a timer, because a
 * test runner's fake timers would never run the timer.
 */
export function settle(): Promise<void> {
  if (typeof MessageChannel === 'function') return hop();
  return chain();
}

function hop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      // An open port would keep the Node process alive.
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

async function chain(): Promise<void> {
  for (let turn = 0; turn < longestChain; turn += 1) await Promise.resolve();
}
