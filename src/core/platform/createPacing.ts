import type { Clock } from './clock.ts';
import { isPageHidden } from './isPageHidden.ts';
import { requestFrame } from './requestFrame.ts';

/**
 * After a publication, the page rests for this many times what the publication cost. Publications then take a seventh of
 * the time, or about a fifth with what the measurement misses.
 */
const restPerCost = 6;

/** The longest rest in milliseconds, unless publications take very long: one of 25 ms is made ten times a second. */
const usualLimit = 75;

/** After two slow publications in a row, the page rests for at least this many times what the faster of them cost. */
const leastRestPerCost = 2;

/** How many milliseconds of rest a page can save up while it publishes little. They pay for one slow frame. */
const mostCredit = 100;

/** The longest layout in milliseconds. If it seems longer, the frame's time is that of another clock. */
const longestLayout = 1000;

/** How far the measurement of the latest publication is. */
type Phase = 'settled' | 'rendering' | 'rendered' | 'painting';

/** A part of the page that publishes. */
export interface Publisher {
  /** Publishes if there is something new. Returns whether it did. */
  publish(): boolean;
  /** Called once the publisher had nothing new and was removed. */
  onIdle(): void;
}

/** Decides when streams publish, so that the page keeps most of the main thread's time. */
export interface Pacing {
  /** Asks `publisher` at each frame that the budget allows, until it has nothing new. Returns the function that removes it. */
  join(publisher: Publisher): () => void;
  /** Tells whether the page still rests after the publications before. */
  isResting(): boolean;
  /** Calls `publish` now, outside a frame, and charges its cost. */
  run(publish: () => void): void;
}

/**
 * Creates the pacing of a page.
 *
 * A publication costs time in two frames. In the first, React renders and commits it. In the second, the browser computes
 * style and layout, and paints. Both parts are measured by how late a timer of 0 ms fires, because it fires only once the
 * main thread is free. Until both are known, the page assumes that the publication costs as much as the one before.
 */
export function createPacing(clock: Clock): Pacing {
  const publishers = new Set<Publisher>();
  let phase: Phase = 'settled';
  /** What has been measured of the latest publication. */
  let cost = 0;
  /** The cost of the publication before. */
  let expectedCost = 0;
  /** When the page has rested for everything before the latest publication. */
  let restedBefore = 0;
  /** When the page has rested for everything. */
  let restedAt = -Infinity;
  let cancelTimer: (() => void) | undefined;
  let cancelFrame: (() => void) | undefined;

  const restLeft = () => restedAt - mostCredit - clock.now();
  const isResting = () => restLeft() > 0;

  /** Charges the latest publication with a cost, which replaces what it was charged with before. */
  const charge = (charged: number) => {
    // Publications that always take long still leave the page two thirds of the time.
    const limit = Math.max(usualLimit, leastRestPerCost * Math.min(charged, expectedCost));
    const rest = Math.min(charged * restPerCost, limit);
    // If the clock jumps, the page rests no longer than that.
    restedAt = Math.min(restedBefore + charged + rest, clock.now() + limit + mostCredit);
  };

  const startTimer = (callback: () => void, delay: number) => {
    const timer = clock.setTimeout(() => {
      cancelTimer = undefined;
      callback();
    }, delay);
    cancelTimer = () => clock.clearTimeout(timer);
  };

  /** Measures how long the main thread is busy from `start` on. */
  const measure = (start: number, onMeasured: () => void) => {
    // The timers of a hidden page come a second or a minute late, however little it has to do.
    const wasHidden = isPageHidden();
    const finish = () => {
      if (!wasHidden && !isPageHidden()) cost += Math.max(0, clock.now() - start);
      onMeasured();
    };
    // The first timer was set before React has posted its task, the second one afterwards.
    startTimer(() => startTimer(finish, 0), 0);
  };

  const settle = () => {
    phase = 'settled';
    charge(cost);
    expectedCost = cost;
  };

  /** Charges the time since the frame began. Chromium often lays out before it calls the callbacks of a frame. */
  const chargeEarlyLayout = (start: number, frameTime = start) => {
    const duration = start - frameTime;
    if (duration < longestLayout) cost += Math.max(0, duration);
    charge(Math.max(cost, expectedCost));
  };

  const chargePublication = (start: number) => {
    // The main thread has not got to the end of the latest publication, so this one is measured with it.
    if (phase === 'rendering' || phase === 'painting') return;
    // The layout of the latest publication is measured with the rendering of this one, which follows in the same frame.
    if (phase === 'rendered') settle();
    cancelTimer?.();
    phase = 'rendering';
    cost = 0;
    restedBefore = Math.max(restedAt, start);
    charge(expectedCost);
    measure(start, () => {
      phase = 'rendered';
      charge(Math.max(cost, expectedCost));
    });
  };

  const askPublishers = (): boolean => {
    const isSettled = phase === 'settled';
    let hasPublished = false;
    for (const publisher of Array.from(publishers)) {
      // One that was asked before may have removed this one.
      if (!publishers.has(publisher)) continue;
      const isNew = publisher.publish();
      if (isNew) hasPublished = true;
      // One that has left by itself is not told.
      const wasIdle = !isNew && isSettled && publishers.delete(publisher);
      if (wasIdle) publisher.onIdle();
    }
    return hasPublished;
  };

  const onFrame = (frameTime?: number) => {
    cancelFrame = undefined;
    const start = clock.now();
    if (phase === 'rendered') chargeEarlyLayout(start, frameTime);
    const hasPublished = !isResting() && askPublishers();
    // A listener may have ended the last stream, after which nothing may be scheduled.
    if (publishers.size === 0) return;
    if (hasPublished) chargePublication(start);
    else if (phase === 'rendered') {
      phase = 'painting';
      measure(start, () => {
        settle();
        wait();
      });
    }
    wait();
  };

  const requestNext = () => {
    cancelFrame ??= requestFrame(clock, onFrame);
  };

  const wait = () => {
    if (phase === 'painting') return;
    // The layout of a publication is measured in the very next frame.
    if (phase !== 'settled' || !isResting()) requestNext();
    else if (!cancelTimer) startTimer(requestNext, restLeft());
  };

  const leave = (publisher: Publisher) => {
    publishers.delete(publisher);
    if (publishers.size > 0) return;
    phase = 'settled';
    cancelTimer?.();
    cancelTimer = undefined;
    cancelFrame?.();
    cancelFrame = undefined;
  };

  return {
    join: (publisher) => {
      // Credit is saved up by publications that are cheap, not by a page that shows nothing.
      if (publishers.size === 0) restedAt = Math.max(restedAt, clock.now() + mostCredit);
      publishers.add(publisher);
      wait();
      return () => leave(publisher);
    },
    isResting,
    run: (publish) => {
      const start = clock.now();
      publish();
      // A listener may have ended the stream.
      if (publishers.size === 0) return;
      chargePublication(start);
      wait();
    },
  };
}

const pacings = /* @__PURE__ */ new WeakMap<Clock, Pacing>();

/** Returns the pacing that all streams with this clock share: they have one main thread. */
export function pacingOf(clock: Clock): Pacing {
  let pacing = pacings.get(clock);
  if (!pacing) {
    pacing = createPacing(clock);
    pacings.set(clock, pacing);
  }
  return pacing;
}
