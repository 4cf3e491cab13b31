import { setImmediate } from 'node:timers/promises';

const step = 20;

/** Creates a clock for thousands of timers: it moves in steps, and never waits for the processor. */
export function createSteppedClock() {
  const timers = new Map();
  let time = 0;
  let nextId = 1;

  const add = (callback, delay) => {
    const id = nextId++;
    timers.set(id, { callback, due: time + Math.max(0, delay) });
    return id;
  };
  const remove = (id) => timers.delete(id);

  const runDue = () => {
    const due = [...timers].filter(([, timer]) => timer.due <= time);
    for (const [id, { callback }] of due) {
      if (timers.delete(id)) callback();
    }
  };

  return {
    now: () => time,
    setTimeout: add,
    clearTimeout: remove,
    requestAnimationFrame: (callback) => add(callback, 16),
    cancelAnimationFrame: remove,
    /** Moves the time on, and lets promises continue after each step. */
    async advance(duration) {
      const end = time + duration;
      while (time < end) {
        time += step;
        runDue();
        await setImmediate();
      }
    },
  };
}
