import type { Clock } from '../core/platform/clock.ts';
import { firstId, replaceTimers } from './replaceTimers.ts';
import { settle } from './settle.ts';

/** Options of a manual clock. */
export interface ManualClockOptions {
  /**
   * How many frames there are in a second.
   *
   * @default 60
   */
  frameRate?: number | undefined;
  /**
   * What `Date.now()` returns at the start while the clock is installed, in milliseconds since 1970.
   *
   * @default the time when the clock is created
   */
  date?: number | undefined;
}

/** A clock that stands still until a test moves it. Pass it as the option `clock`, or install it. */
export interface ManualClock extends Omit<Clock, 'frameTime'> {
  setTimeout(callback: () => void, delay: number): number;
  requestAnimationFrame(callback: (time: number) => void): number;
  /** What `Date.now()` returns while the clock is installed: the start date plus the time that has passed. */
  date(): number;
  /**
   * Moves the time forward by `ms` milliseconds and runs the timers and frames that become due, in order.
   *
   * @throws what a callback throws, or an `Error` after 100,000 callbacks, because only a timer that sets itself again
   *   without a delay gets there.
   */
  advance(ms: number): void;
  /**
   * Moves the time forward to the next frame, or by `count` frames.
   *
   * @default count is 1
   */
  advanceFrame(count?: number): void;
  /** Like `advance`, but lets promise continuations run before, between and after the callbacks. */
  advanceAsync(ms: number): Promise<void>;
  /** Like `advanceFrame`, but lets promise continuations run before, between and after the callbacks. */
  advanceFrameAsync(count?: number): Promise<void>;
  /** How many timers and frames are waiting. 0 after unmount shows that no timer was left behind. */
  readonly pending: number;
  /**
   * Replaces the global `setTimeout`, `setInterval` and `requestAnimationFrame`, the functions that cancel them,
   * `performance.now` and `Date.now`. Timers that were set before still run on the real clock.
   *
   * A global `setTimeout` without a delay runs by itself in the next turn, because it is due without moving the time.
   * Testing Library and user-event wait for such timers.
   *
   * @returns `restore`.
   */
  install(): () => void;
  /** Restores the platform's own functions. Does nothing if the clock is not installed. */
  restore(): void;
}

interface Entry {
  readonly due: number;
  readonly callback: (time: number) => void;
}

/** How many callbacks one `advance` may run. */
const mostCallbacks = 100_000;

/** Creates a clock that a test moves by hand. */
export function createManualClock(options: ManualClockOptions = {}): ManualClock {
  const frameRate = options.frameRate ?? 60;
  const startDate = options.date ?? Date.now();
  const entries = new Map<number, Entry>();
  let time = 0;
  let nextId = firstId;
  let restores: (() => void)[] = [];

  const add = (due: number, callback: (time: number) => void): number => {
    const id = nextId;
    nextId += 1;
    entries.set(id, { due, callback });
    return id;
  };

  const frameAfter = (moment: number): number => {
    const timeOf = (frame: number) => (frame * 1000) / frameRate;
    let frame = Math.floor((moment * frameRate) / 1000);
    // If the division rounds down, this is the frame that is running now, and a callback that requests the next one would
    // run forever.
    while (timeOf(frame) <= moment) frame += 1;
    return timeOf(frame);
  };

  const nextFrames = (count: number): number => {
    let moment = time;
    for (let frame = 0; frame < count; frame += 1) moment = frameAfter(moment);
    return moment;
  };

  /** The id of the entry that is due first, up to `target`. If two are due together, the older one comes first. */
  const findNext = (target: number): number | undefined => {
    let found: number | undefined;
    let earliest = target;
    for (const [id, { due }] of entries) {
      if (due < earliest || (due === earliest && found === undefined)) {
        earliest = due;
        found = id;
      }
    }
    return found;
  };

  const runNext = (target: number): boolean => {
    const id = findNext(target);
    const entry = id === undefined ? undefined : entries.get(id);
    if (id === undefined || entry === undefined) return false;
    entries.delete(id);
    time = Math.max(time, entry.due);
    entry.callback(time);
    return true;
  };

  const advanceTo = (target: number): void => {
    let callbacks = 0;
    while (runNext(target)) {
      callbacks += 1;
      checkCount(callbacks);
    }
    time = Math.max(time, target);
  };

  const advanceToAsync = async (target: number): Promise<void> => {
    let callbacks = 0;
    await settle();
    while (runNext(target)) {
      callbacks += 1;
      checkCount(callbacks);
      await settle();
    }
    time = Math.max(time, target);
    await settle();
  };

  const remove = (id: number) => {
    entries.delete(id);
  };

  const clock: ManualClock = {
    now: () => time,
    date: () => Math.floor(startDate + time),
    setTimeout: (callback, delay) => add(time + toDelay(delay), callback),
    clearTimeout: (id) => remove(id as number),
    requestAnimationFrame: (callback) => add(frameAfter(time), callback),
    cancelAnimationFrame: (id) => remove(id as number),
    advance: (ms) => advanceTo(time + ms),
    advanceFrame: (count = 1) => advanceTo(nextFrames(count)),
    advanceAsync: (ms) => advanceToAsync(time + ms),
    advanceFrameAsync: (count = 1) => advanceToAsync(nextFrames(count)),
    get pending() {
      return entries.size;
    },
    install() {
      if (restores.length === 0) restores = replaceTimers(clock, () => runNext(time));
      return clock.restore;
    },
    restore() {
      for (const restore of restores) restore();
      restores = [];
    },
  };

  return clock;
}

function checkCount(callbacks: number): void {
  if (callbacks <= mostCallbacks) return;
  throw new Error(`The clock ran ${mostCallbacks} callbacks in one advance. Does a timer set itself without a delay?`);
}

/** Treats a delay that is not a number as 0, as browsers do. */
function toDelay(delay: number): number {
  return delay > 0 ? delay : 0;
}
