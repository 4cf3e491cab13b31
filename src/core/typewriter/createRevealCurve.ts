/** How many graphemes are shown at what time. Times are in milliseconds, and never run backwards. */
export interface RevealCurve {
  /** Adds `count` graphemes that arrive at `now` and must be shown within `lag`. */
  arrive(count: number, now: number, lag: number): void;
  /** Has all that waits shown within `lag`. */
  hurry(now: number, lag: number): void;
  /** Gives the number of graphemes to show at `now`. It falls with `truncate` only. */
  shown(now: number): number;
  /** Gives the number of graphemes whose time is up: no rounding may hold them back. */
  overdue(): number;
  /** Takes back all but the first `count` graphemes. What was learnt of the arrivals stays. */
  truncate(count: number): void;
  /** Shows all that has arrived. */
  skip(): void;
}

/** How much faster than the arrivals the text is shown, so that a backlog melts away. */
const haste = 1.1;
/** The memory of the estimated rate, in milliseconds. */
const memory = 2000;
/** What is taken for known at first, with the weight of 300 ms: 200 graphemes a second, arriving every 50 ms. */
const priorTime = 300;
const priorCount = 60;
const priorGap = 50;
/** A longer gap counts as one of this length, in milliseconds: the stream paused, its rate did not fall. */
const longestGap = 600;
/** Added to the gap that is expected, in milliseconds: about a frame. */
const margin = 16;

const roundingError = 1e-6;

/**
 * Creates the curve of a text's reveal. The speed is a little more than the estimated rate of the arrivals; less where
 * what waits would then run out before the next arrival is expected; and never less than the tightest deadline asks for.
 * Between arrivals it is piecewise constant and integrated exactly: the curve does not depend on when it is asked, so
 * frames may come at any rate, late, or not at all.
 *
 * What waits is spread over the expected gap, so that a slow stream (4 characters each 250 ms) does not run dry and stall
 * before each arrival.
 *
 * @param fixedSpeed - gives a speed in graphemes per second that takes the place of rate and deadlines, or `'auto'`.
 */
export function createRevealCurve(fixedSpeed: () => number | 'auto'): RevealCurve {
  let time = 0;
  let position = 0;
  let arrived = 0;
  let expired = 0;
  let queue: { end: number; deadline: number }[] = [];

  // Sums that fade: the graphemes, the time they took, and its gaps squared. The last by the second is the gap that a
  // moment falls into on average; the plain mean would be dragged down by the pieces of one burst.
  let count = priorCount;
  let duration = priorTime;
  let squares = priorTime * priorGap;
  let cruise = 0;
  let lastArrival = Infinity;
  let lastCount = 0;

  const advance = (now: number) => {
    const fixed = fixedSpeed();
    const isAuto = fixed === 'auto';
    for (;;) {
      // A sum of steps may miss a deadline by a rounding error, so what is due is set.
      while (queue[0] && queue[0].deadline <= time) {
        const { end } = queue.shift()!;
        if (isAuto) position = Math.max(position, (expired = end));
      }
      if (time >= now) break;
      // In graphemes a millisecond.
      let speed = isAuto ? cruise : fixed / 1000;
      let until = now;
      for (const { end, deadline } of isAuto ? queue : []) {
        const needed = (end - position) / (deadline - time);
        if (needed < speed) continue;
        speed = needed;
        until = Math.min(now, deadline);
      }
      position = Math.min(arrived, position + speed * (until - time));
      time = until;
    }
    // Under deadlines a grapheme comes at the start of its time, so that a letter alone is shown at once.
    return isAuto ? Math.ceil(position - roundingError) : Math.floor(position + roundingError);
  };

  return {
    arrive: (added, now, lag) => {
      advance(now);
      const gap = Math.min(longestGap, now - lastArrival);
      if (gap > 0) {
        const decay = Math.exp(-gap / memory);
        count = count * decay + lastCount;
        duration = duration * decay + gap;
        squares = squares * decay + gap * gap;
        lastCount = 0;
      }
      lastArrival = now;
      lastCount += added;
      arrived += added;
      cruise = Math.min((haste * count) / duration, (arrived - position) / (squares / duration + margin));
      const deadline = now + lag;
      // A deadline that is not before this one asks for less.
      while (queue.length > 0 && queue.at(-1)!.deadline >= deadline) queue.pop();
      queue.push({ end: arrived, deadline });
    },
    hurry: (now, lag) => {
      advance(now);
      for (const arrival of queue) arrival.deadline = Math.min(arrival.deadline, now + lag);
    },
    shown: advance,
    overdue: () => expired,
    truncate: (count) => {
      arrived = Math.min(arrived, count);
      position = Math.min(position, arrived);
      expired = Math.min(expired, arrived);
      for (const arrival of queue) arrival.end = Math.min(arrival.end, arrived);
    },
    skip: () => {
      position = expired = arrived;
    },
  };
}
