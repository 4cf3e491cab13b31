import * as fc from 'fast-check';
import type { Clock } from 'react-streamed/core';
import type { ManualClock } from 'react-streamed/testing';

/** One arrival: `gap` milliseconds after the one before. */
export interface Arrival {
  readonly gap: number;
  readonly text: string;
}

const words = fc
  .array(fc.constantFrom('a', 'the ', 'word, ', 'End. ', '\n\n', '漢字', 'é', '한국', 'Ω '), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** Bursty traces: single tokens, bursts in one tick, steady streams and long silences, of plain text. */
export const traces: fc.Arbitrary<Arrival[]> = fc.array(
  fc.record({
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 1500 })),
    text: fc.oneof(
      words,
      fc.tuple(words, fc.integer({ min: 1, max: 40 })).map(([text, count]) => text.repeat(count)),
    ),
  }),
  { minLength: 1, maxLength: 25 },
);

/** A clock that leaves out frames: the n-th request is served `drops[n]` frames late, and so on round. */
export function dropFrames(clock: ManualClock, drops: readonly number[]): Clock {
  let requests = 0;
  const frames = new Map<unknown, unknown>();
  return {
    now: () => clock.now(),
    setTimeout: (callback, delay) => clock.setTimeout(callback, delay),
    clearTimeout: (id) => clock.clearTimeout(id as number),
    requestAnimationFrame: (callback) => {
      const id = Symbol('frame');
      let late = drops[requests++ % drops.length] ?? 0;
      const onFrame = () => {
        if (late-- > 0) frames.set(id, clock.requestAnimationFrame(onFrame));
        else callback();
      };
      frames.set(id, clock.requestAnimationFrame(onFrame));
      return id;
    },
    cancelAnimationFrame: (id) => clock.cancelAnimationFrame(frames.get(id)),
  };
}
