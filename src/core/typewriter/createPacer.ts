import type { TypewriterOptions } from './TypewriterOptions.ts';
import { addDeadline, type Deadline } from './addDeadline.ts';
import { createGraphemeScanner } from './createGraphemeScanner.ts';
import { createRateEstimate } from './createRateEstimate.ts';
import { roundToWord } from './roundToWord.ts';

/** Takes text as it arrives and returns it at the right time. Times are in milliseconds and never run backwards. */
export interface Pacer {
  /** Moves the time on. All other methods act at this time. */
  advance(now: number): void;
  /** Adds a text that arrived now or before to the end. */
  append(text: string, arrivedAt: number): void;
  /**
   * Replaces the text that waits by one that arrived now or before. The whole graphemes in the first `shownLength` code
   * units of `text` are shown already.
   *
   * @returns how many code units those graphemes have.
   */
  replace(text: string, shownLength: number, arrivedAt: number): number;
  /** Says that the text will not grow, until more is appended. What waits is due within `drain`. */
  end(): void;
  /** Makes all that has arrived due now. */
  hurry(): void;
  /** Returns the text to show now. */
  takeDue(): string;
  /** Returns all that has arrived, including a last grapheme that may still grow. */
  takeAll(): string;
  /** Tells whether graphemes wait to be shown. */
  hasWaiting(): boolean;
  /** Tells whether the text grows and its last grapheme is not due yet, so that more text is not needed now. */
  hasReserve(): boolean;
  /** Returns how long it takes until a grapheme that waits is past its deadline. */
  timeLeft(): number;
  /** Tells whether graphemes wait or the text will still grow. */
  isTyping(): boolean;
}

const defaultMaxLag = 600;
const defaultDrain = 250;

/** How much faster than it arrives the text is shown, so that a backlog melts away. */
const haste = 1.1;

/** How much longer than the expected gap the waiting text is made to last, in milliseconds: about a frame. */
const gapMargin = 16;

/** After so many milliseconds without an arrival, the last grapheme and the last word are not expected to grow. */
const settlingTime = 150;

/** The rounding errors that the position may have added up, in graphemes. */
const roundingError = 1e-6;

/**
 * Creates a pacer. The text is shown at a speed a little above its estimated rate of arrival. If what waits would then run
 * out before the next arrival is expected, the speed is lower, so that a slow stream (4 characters every 250 ms) does not
 * stall before each arrival. The speed is never lower than the tightest deadline demands.
 *
 * Between arrivals the speed is piecewise constant and is integrated exactly. The result does not depend on when the
 * pacer is asked, so frames may come at any rate, late, or not at all.
 */
export function createPacer(readOptions: () => TypewriterOptions): Pacer {
  const estimate = createRateEstimate();
  const deadlines: Deadline[] = [];
  let scanner = createGraphemeScanner();
  let hasEnded = true;
  let time = 0;
  let latestArrival = 0;

  // Counts of graphemes: what has arrived, what was returned, how far the curve is, and what is past its deadline.
  let arrived = 0;
  let shown = 0;
  let position = 0;
  let overdue = 0;

  /** The speed in graphemes per millisecond that follows the stream. */
  let cruisingSpeed = 0;

  /** Returns the speed that the options fix, in graphemes per millisecond, or `undefined` if they fix none. */
  const fixedSpeed = (): number | undefined => {
    const { graphemesPerSecond } = readOptions();
    if (typeof graphemesPerSecond !== 'number') return undefined;
    return graphemesPerSecond >= 0 ? graphemesPerSecond / 1000 : undefined;
  };

  /** Returns when text has to be shown. */
  const deadlineFor = (arrivedAt: number): number => {
    if (fixedSpeed() !== undefined) return Infinity;
    const { maxLag = defaultMaxLag, drain = defaultDrain } = readOptions();
    const lag = hasEnded ? Math.min(maxLag, drain) : maxLag;
    return arrivedAt + lag;
  };

  const moveTo = (until: number) => {
    if (until <= time) return;
    let speed = fixedSpeed() ?? cruisingSpeed;
    for (const deadline of deadlines) {
      const demanded = (deadline.end - position) / (deadline.time - time);
      speed = Math.max(speed, demanded);
    }
    position += speed * (until - time);
    time = until;
  };

  /**
   * Takes account of what the scanner has found since the last call. Its deadline depends on its arrival. The rhythm of the
   * stream is that of these calls, because that is what the speed has to even out.
   */
  const arrive = (arrivedAt: number) => {
    const added = shown + scanner.waiting.length - arrived;
    arrived += added;
    if (added > 0) {
      estimate.add(added, time - latestArrival);
      const speedToLast = (arrived - position) / (estimate.expectedGap() + gapMargin);
      cruisingSpeed = Math.min(haste * estimate.rate(), speedToLast);
    }
    latestArrival = time;
    addDeadline(deadlines, { end: arrived, time: deadlineFor(arrivedAt) });
  };

  /** New text means that the text grows until `end()`, unless the option says that it does not. */
  const scan = (text: string) => {
    hasEnded = readOptions().isStreaming === false;
    scanner.push(text);
    if (hasEnded) scanner.end();
  };

  const hasWaiting = () => scanner.waiting.length > 0;

  const take = (count: number): string => {
    const taken = scanner.waiting.splice(0, count);
    shown += taken.length;
    return taken.join('');
  };

  const hurry = () => {
    position = arrived;
    overdue = arrived;
  };

  return {
    advance: (now) => {
      while (deadlines.length > 0 && deadlines[0]!.time <= now) {
        const expired = deadlines.shift()!;
        moveTo(expired.time);
        overdue = expired.end;
        position = Math.max(position, overdue);
      }
      moveTo(now);
      position = Math.min(position, arrived);
    },
    append: (text, arrivedAt) => {
      scan(text);
      arrive(arrivedAt);
    },
    replace: (text, shownLength, arrivedAt) => {
      scanner = createGraphemeScanner();
      scan(text);
      const kept = scanner.waiting.splice(0, countWithin(scanner.waiting, shownLength));
      arrive(arrivedAt);
      return kept.join('').length;
    },
    end: () => {
      hasEnded = true;
      scanner.end();
      arrive(time);
    },
    hurry,
    takeDue: () => {
      const { waiting } = scanner;
      const isSettled = hasEnded || time - latestArrival >= settlingTime;
      const ready = isSettled ? waiting.length : scanner.ready();
      // A grapheme is due at the start of its time, so that a letter that arrives alone is shown at once.
      const due = Math.ceil(position - shown - roundingError);
      if (readOptions().by !== 'word') return take(Math.min(due, ready));
      const isWhole = isSettled && due >= waiting.length;
      const dueWords = isWhole ? due : roundToWord(waiting, due);
      return take(Math.min(Math.max(dueWords, overdue - shown), ready));
    },
    takeAll: () => {
      hurry();
      return take(scanner.waiting.length);
    },
    hasWaiting,
    hasReserve: () => !hasEnded && arrived - position > 1,
    timeLeft: () => {
      const next = deadlines.find(({ end }) => end > shown);
      return next ? next.time - time : Infinity;
    },
    isTyping: () => !hasEnded || hasWaiting(),
  };
}

/** Counts the graphemes at the start that fit into `room` code units. */
function countWithin(graphemes: readonly string[], room: number): number {
  let count = 0;
  let end = 0;
  for (const { length } of graphemes) {
    end += length;
    if (end > room) break;
    count += 1;
  }
  return count;
}
