/** Provides time, timers and frames to a stream. Pass another one to drive them by hand in a test. */
export interface Clock {
  /** The current time in milliseconds. It never runs backwards. */
  now(): number;
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(id: unknown): void;
  requestAnimationFrame(callback: () => void): unknown;
  cancelAnimationFrame(id: unknown): void;
  /** Returns when the frame began whose callbacks run now. Without it, what a browser does before them is not measured. */
  frameTime?(): number | undefined;
}

/** The longest delay that timers support, in milliseconds. A longer one would fire at once. */
export const longestDelay = 2_147_483_647;

/** The length of a frame in milliseconds if the platform has no frames (Node, workers). */
const frameLength = 16;

/**
 * The platform's clock. Each function is looked up when it is called: a direct reference, taken when this module loads,
 * would miss the fake timers that a test installs later.
 */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimeout: (callback, delay) => setTimeout(callback, Math.min(delay, longestDelay)),
  clearTimeout: (id) => clearTimeout(id as number),
  requestAnimationFrame: (callback) =>
    typeof requestAnimationFrame === 'function' ? requestAnimationFrame(callback) : setTimeout(callback, frameLength),
  cancelAnimationFrame: (id) => {
    if (typeof cancelAnimationFrame === 'function') cancelAnimationFrame(id as number);
    else clearTimeout(id as number);
  },
  frameTime: () => {
    const time = globalThis.document?.timeline?.currentTime;
    return typeof time === 'number' ? time : undefined;
  },
};
