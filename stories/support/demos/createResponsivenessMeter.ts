/** How well a page answers. */
export interface Responsiveness {
  /** The share of the time in which the main thread was busy, from 0 to 1. */
  readonly busy: number;
  /** How long 95 of 100 inputs wait at most until the page has answered and painted, in milliseconds. */
  readonly wait: number;
}

/** A meter of one page. */
export interface ResponsivenessMeter {
  /** Counts an input that arrived at a `performance.now()` time: measures until the next frame is painted. */
  countInput(arrivedAt: number): void;
  read(): Responsiveness;
  stop(): void;
}

/** The shortest time between two timers that set each other, in milliseconds. */
const shortestTimer = 4;

/** How often the meter acts as if an input arrived, in milliseconds. */
const probePeriod = 50;

/**
 * Measures the main thread by a chain of timers. One that is late was held up by something else. The meter itself takes
 * about one percent of the time.
 */
export function createResponsivenessMeter(): ResponsivenessMeter {
  const startedAt = performance.now();
  const waits: number[] = [];
  let busy = 0;
  let firedAt = startedAt;
  let probedAt = startedAt;

  const countInput = (arrivedAt: number) => {
    requestAnimationFrame(() => {
      // After style, layout and paint of this frame.
      setTimeout(() => waits.push(performance.now() - arrivedAt), 0);
    });
  };
  const onTimer = () => {
    const now = performance.now();
    const dueAt = firedAt + shortestTimer;
    busy += Math.max(0, now - dueAt - 1);
    if (now - probedAt > probePeriod) {
      countInput(dueAt);
      probedAt = now;
    }
    firedAt = now;
    timer = setTimeout(onTimer, shortestTimer);
  };
  let timer = setTimeout(onTimer, shortestTimer);

  return {
    countInput,
    read: () => {
      const sorted = waits.toSorted((a, b) => a - b);
      return {
        busy: busy / Math.max(1, performance.now() - startedAt),
        wait: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      };
    },
    stop: () => clearTimeout(timer),
  };
}
