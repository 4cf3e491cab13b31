import type { Clock } from '../core/platform/clock.ts';
import { firstId, replaceTimers } from './replaceTimers.ts';
import { settle } from './settle.ts';

/** What a manual clock starts from. */
export interface ManualClockOptions {
  /**
   * How many frames a second has.
   *
   * @default 60
   */
  frameRate?: number | undefined;
  /**
   * What `Date.now()` reads at the start while the clock is installed, in milliseconds since 1970.
   *
   * @default the time when the clock is made
   */
  date?: number | undefined;
}

/** A clock that stands still until a test moves it. Pass it where a `Clock` is asked for, or install it. */
export interface ManualClock extends Clock {
  setTimeout(callback: () => void, delay: number): number;
  requestAnimationFrame(callback: (time: number) => void): number;
  /** What `Date.now()` reads while the clock is installed: the start date and the time that has passed. */
  date(): number;
  /**
   * Moves the time on by `ms` milliseconds and runs, in their order, the timers and frames that fall due.
   *
   * @throws what a callback throws; and an `Error` after 100,000 callbacks, which only a timer that sets itself again
   *   without a delay reaches.
   */
  advance(ms: number): void;
  /**
   * Moves the time on to the next frame, or to the one `count` frames ahead.
   *
   * @default count is 1
   */
  advanceFrame(count?: number): void;
  /** Moves the time on like `advance`, and lets promise continuations run before, between and after the callbacks. */
  advanceAsync(ms: number): Promise<void>;
  /** Moves the time on like `advanceFrame`, and lets promise continuations run before, between and after. */
  advanceFrameAsync(count?: number): Promise<void>;
  /** How many timers and frames wait. 0 after unmount shows that nothing lives on. */
  readonly pending: number;
  /**
   * Puts the clock in the place of the global `setTimeout`, `setInterval`, `requestAnimationFrame`, their counterparts,
   * `performance.now` and `Date.now`. Timers that were set before still run on the real clock.
   *
   * @returns `restore`.
   */
  install(): () => void;
  /** Puts the platform's own functions back. Does nothing where the clock is not installed. */
  restore(): void;
}

interface Entry {
  readonly due: number;
  readonly callback: (time: number) => void;
}

const mostCallbacks = 100_000;

/** Makes a clock that a test drives by hand. */
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
    // A division that rounds down would find the frame that runs now, and a callback that asks again would never end.
    while (timeOf(frame) <= moment) frame += 1;
    return timeOf(frame);
  };

  const nextFrames = (count: number): number => {
    let moment = time;
    for (let frame = 0; frame < count; frame += 1) moment = frameAfter(moment);
    return moment;
  };

  /** The id of the entry that falls due first until `target`; the older one of two that fall due together. */
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

  const clock: ManualClock = {
    now: () => time,
    date: () => Math.floor(startDate + time),
    setTimeout: (callback, delay) => add(time + toDelay(delay), callback),
    clearTimeout: (id) => void entries.delete(id as number),
    requestAnimationFrame: (callback) => add(frameAfter(time), callback),
    cancelAnimationFrame: (id) => void entries.delete(id as number),
    advance: (ms) => advanceTo(time + ms),
    advanceFrame: (count = 1) => advanceTo(nextFrames(count)),
    advanceAsync: (ms) => advanceToAsync(time + ms),
    advanceFrameAsync: (count = 1) => advanceToAsync(nextFrames(count)),
    get pending() {
      return entries.size;
    },
    install() {
      if (restores.length === 0) restores = replaceTimers(clock);
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

/** A delay that is no number runs at once, as in a browser. */
function toDelay(delay: number): number {
  return delay > 0 ? delay : 0;
}
