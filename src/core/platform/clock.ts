/** Where a stream gets its time, timers and frames from. Pass another one to drive them by hand in a test. */
export interface Clock {
  /** The current time in milliseconds on a line that never runs backwards. */
  now(): number;
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(id: unknown): void;
  requestAnimationFrame(callback: () => void): unknown;
  cancelAnimationFrame(id: unknown): void;
}

/** The longest delay that timers know, in milliseconds. A longer one would fire at once. */
const longestDelay = 2_147_483_647;

/** A frame's length where the platform has no frames of its own (Node, workers). */
const frameLength = 16;

/**
 * The platform's own clock. Each function is looked up when it is called: a direct reference, taken when this module
 * loads, would miss the fake timers that a test installs later.
 */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, delay) => setTimeout(callback, Math.min(delay, longestDelay)),
  clearTimeout: (id) => clearTimeout(id as number),
  requestAnimationFrame: (callback) =>
    ((globalThis.requestAnimationFrame ?? setTimeout) as typeof setTimeout)(callback, frameLength),
  cancelAnimationFrame: (id) => (globalThis.cancelAnimationFrame ?? clearTimeout)(id as number),
};
