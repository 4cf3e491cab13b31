import { performance } from 'node:perf_hooks';
import { readTime } from '../support/measure.js';

/** A clock whose frames come when they are asked for. */
function createClock() {
  let time = 0;
  let frame;
  return {
    now: () => time,
    setTimeout: () => undefined,
    clearTimeout: () => {},
    requestAnimationFrame: (callback) => {
      frame = callback;
    },
    cancelAnimationFrame: () => {
      frame = undefined;
    },
    advanceFrame: () => {
      time += 1000 / 60;
      frame?.();
    },
  };
}

/**
 * Types the pieces, one a frame, by `append` or by `setText`, which is given the whole text so far: V8 copies it into one
 * piece each time before anything can be read of it.
 *
 * @returns the processor time of a frame in microseconds, the arrival of its piece included, and what each frame took.
 */
export function playFrames(createTypewriter, pieces, feed) {
  const clock = createClock();
  const typewriter = createTypewriter({ clock });
  typewriter.subscribe(() => typewriter.getSnapshot());
  const times = [];
  let source = '';
  const begin = readTime();
  for (const piece of pieces) {
    source += piece;
    const start = performance.now();
    if (feed === 'append') typewriter.append(piece);
    else typewriter.setText(source);
    clock.advanceFrame();
    times.push((performance.now() - start) * 1000);
  }
  const mean = ((readTime() - begin) * 1000) / pieces.length;
  typewriter.end();
  for (let frame = 0; frame < 60; frame++) clock.advanceFrame();
  if (typewriter.getSnapshot().text !== source) throw new Error('The typewriter lost text.');
  return { mean, times };
}
