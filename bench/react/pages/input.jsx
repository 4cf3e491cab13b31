import { candidates } from './burst/candidates.jsx';

const withoutStream = ({ duration }, _root, onEnd) => setTimeout(onEnd, duration);

/** Has a field with the focus, above the stream. */
globalThis.prepare = async () => {
  const field = document.body.appendChild(document.createElement('input'));
  document.body.appendChild(document.createElement('main'));
  field.focus();
};

/**
 * Streams a text with the candidate while keys are pressed.
 *
 * @returns the time of each key from its dispatch until the next frame is painted, and how long each task of more than 50 ms took.
 */
globalThis.run = async ({ candidate, ...input }) => {
  const root = document.querySelector('main');
  const latencies = [];
  const longTasks = [];
  document.querySelector('input').addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      // The message comes after style, layout and paint of this frame.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        latencies.push(performance.now() - timeStamp);
        port1.close();
      });
      port1.start();
      port2.postMessage(undefined);
    });
  });
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const show = candidate === 'no stream' ? withoutStream : candidates[candidate];
  await new Promise((resolve) => show(input, root, resolve));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return { latencies, longTasks };
};
