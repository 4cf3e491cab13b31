import type { Clock } from 'react-streamed/core';

const speed = 0.5;

/** A clock at half speed: every pause takes twice as long. */
export const slowClock: Clock = {
  now: () => performance.now() * speed,
  setTimeout: (callback, delay) => setTimeout(callback, delay / speed),
  clearTimeout: (id) => clearTimeout(id as number),
  requestAnimationFrame: (callback) => requestAnimationFrame(callback),
  cancelAnimationFrame: (id) => cancelAnimationFrame(id as number),
};
