import type { TypewriterOptions } from './TypewriterOptions.ts';
import { createGraphemeScanner } from './createGraphemeScanner.ts';
import { roundToWord } from './roundToWord.ts';

/** Takes text as it arrives and gives it out at the right time. Times are in milliseconds, and never run backwards. */
export interface Pacer {
  /** Moves the time on. */
  advance(now: number): void;
  /**
   * Adds text that arrives now.
   *
   * @param length - where given, `text` takes the place of what waits, but for the whole graphemes in its first `length`
   *   units, which are shown.
   * @returns how many units those graphemes have.
   */
  push(text: string, isEnd: boolean, length?: number): number;
  /**
   * Gives the text to show now.
   *
   * @param isRushed - whether that is all that is ready.
   * @param isWhole - whether the last grapheme is ready, though it may still grow.
   */
  take(isRushed?: boolean, isWhole?: boolean): string;
  /** Tells whether graphemes wait, one that is held back included. */
  isBusy(): boolean;
  /** Tells whether graphemes wait or the text will still grow. */
  isTyping(): boolean;
}

/**
 * Creates a pacer. The speed is a little more than the estimated rate of the arrivals; less where what waits would then
 * run out before the next arrival is expected, so that a slow stream (4 characters each 250 ms) does not stall before each
 * arrival; and never less than the tightest deadline asks for. Between arrivals it is piecewise constant and integrated
 * exactly: the curve does not depend on when it is asked, so frames may come at any rate, late, or not at all.
 */
export function createPacer(settings: () => TypewriterOptions): Pacer {
  let scanner = createGraphemeScanner();
  let hasEnded = true;
  let time = 0;
  // In graphemes: what has arrived, what was given out, where the curve is, whose time is up, and what is due by when.
  let known = 0;
  let shown = 0;
  let position = 0;
  let overdue = 0;
  let queue: { end: number; deadline: number }[] = [];

  // Sums that fade: the graphemes, the time they took, and its gaps squared. The last by the second is the gap that a
  // moment falls into on average; the plain mean would be dragged down by the pieces of one burst. At first 200 graphemes
  // a second that arrive every 50 ms are taken for known, with the weight of 300 ms.
  let graphemes = 60;
  let duration = 300;
  let squares = 300 * 50;
  let cruise = 0;
  let lastArrival = 0;
  let lastCount = 0;

  /** Gives the speed that is asked for in graphemes a millisecond, or `NaN`. */
  const fixedSpeed = () => (settings().graphemesPerSecond as number) / 1000;

  const moveTo = (until: number) => {
    if (until <= time) return;
    const fixed = fixedSpeed();
    let speed = fixed >= 0 ? fixed : cruise;
    for (const { end, deadline } of queue) speed = Math.max(speed, (end - position) / (deadline - time));
    position += speed * (until - time);
    time = until;
  };

  return {
    advance: (now) => {
      while (queue[0] && queue[0].deadline <= now) {
        const { end, deadline } = queue.shift()!;
        moveTo(deadline);
        position = Math.max(position, (overdue = end));
      }
      moveTo(now);
      position = Math.min(position, known);
    },
    push: (text, isEnd, length) => {
      if (length !== undefined) scanner = createGraphemeScanner();
      const { waiting } = scanner;
      scanner.push(text, (hasEnded = isEnd));
      let kept = 0;
      let keptLength = 0;
      while (kept < waiting.length && keptLength + waiting[kept]!.length <= length!)
        keptLength += waiting[kept++]!.length;
      waiting.splice(0, kept);

      const added = shown + waiting.length - known;
      known += added;
      if (added > 0) {
        // After a longer gap the stream paused, its rate did not fall.
        const gap = lastCount && Math.min(600, time - lastArrival);
        const decay = Math.exp(-gap / 2000);
        graphemes = graphemes * decay + lastCount;
        duration = duration * decay + gap;
        squares = squares * decay + gap * gap;
        lastCount = added;
        // A little faster than the arrivals, so that a backlog melts away; a frame later than the next is expected.
        cruise = Math.min((1.1 * graphemes) / duration, (known - position) / (squares / duration + 16));
      }
      lastArrival = time;
      const { maxLag = 600, drain = 250 } = settings();
      const deadline = time + (fixedSpeed() >= 0 ? Infinity : hasEnded ? Math.min(maxLag, drain) : maxLag);
      const last = queue.at(-1);
      // Arrivals within a few milliseconds share a deadline, or each of thousands in a burst would ask all before it.
      if (last && deadline > last.deadline && deadline < last.deadline + 8) last.end = known;
      // A deadline that is not before this one asks for less.
      else queue = [...queue.filter((arrival) => arrival.deadline < deadline), { end: known, deadline }];
      return keptLength;
    },
    take: (isRushed, isWhole) => {
      const isSettled = isWhole || hasEnded || time - lastArrival >= 150;
      if (isRushed) position = overdue = known;
      const { waiting } = scanner;
      // A grapheme comes at the start of its time, so that a letter alone is shown at once. Sums have rounding errors.
      let due = Math.ceil(position - shown - 1e-6);
      if (settings().by === 'word') due = Math.max(overdue - shown, roundToWord(waiting, due, isSettled));
      const taken = waiting.splice(0, Math.min(due, scanner.ready(isSettled)));
      shown += taken.length;
      return taken.join('');
    },
    isBusy: () => known > shown,
    isTyping: () => !hasEnded || known > shown,
  };
}
