/** How many promise continuations in a row a platform without `MessageChannel` is given. */
const longestChain = 64;

/**
 * Waits until the promise continuations that are ready have run. It hops over a message port and not over a timer,
 * because a test runner's fake timers would hold a timer back.
 */
export function settle(): Promise<void> {
  if (typeof MessageChannel === 'function') return hop();
  return chain();
}

function hop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      // An open port keeps Node's process alive.
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
