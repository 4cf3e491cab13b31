import type { TypewriterOptions } from '../TypewriterOptions.ts';
import { createGraphemeScanner } from './createGraphemeScanner.ts';
import { createRevealCurve } from './createRevealCurve.ts';
import { longestWord, roundToWord } from './roundToWord.ts';

/** Takes text as it arrives and gives it out at the right time. Times are in milliseconds. */
export interface Pacer {
  /** Adds text that arrives at `now`. */
  arrive(text: string, now: number): void;
  /** Has what waits given out within `drain`, since the text is at its end. */
  end(now: number): void;
  /** Makes the last grapheme ready, though it may still grow. */
  release(now: number): void;
  /** Lets the next `take` give out all that is ready. */
  rush(): void;
  /** Gives the text to show next. */
  take(now: number): string;
  /**
   * Forgets the text that waits, but for `common`.
   *
   * @param context - the last grapheme that is shown.
   * @param isShownKept - whether all that was given out stays shown.
   */
  rewind(context: string, common: string, isShownKept: boolean): void;
  /** Tells whether graphemes are ready to be shown, now or later. */
  isBusy(): boolean;
  /** Gives the time when the last grapheme, held back since it may still grow, becomes ready; infinity where none is. */
  due(): number;
}

/** How long the last grapheme is held back, in milliseconds, while nothing follows. */
const patience = 150;

/** Creates a pacer of the text that `isEnd` tells the end of. */
export function createPacer(settings: () => TypewriterOptions, isEnd: () => boolean): Pacer {
  let scanner = createGraphemeScanner();
  const curve = createRevealCurve(() => {
    const { graphemesPerSecond } = settings();
    return typeof graphemesPerSecond === 'number' ? graphemesPerSecond : undefined;
  });
  let taken = 0;
  let lastArrival = 0;
  let heldSince = 0;

  /** Gives what is left at `now` of the lag of a grapheme that came at `since`. */
  const lag = (now: number, since = now) => {
    const { maxLag = 600, drain = 250 } = settings();
    const rest = Math.max(0, since + maxLag - now);
    return isEnd() ? Math.min(rest, drain) : rest;
  };

  const release = (now: number) => {
    if (scanner.release(isEnd())) curve.arrive(1, now, lag(now, heldSince));
  };

  return {
    arrive: (text, now) => {
      const wasHolding = scanner.isHolding();
      let count = scanner.push(text);
      if (wasHolding && count > 0) {
        curve.arrive(1, now, lag(now, heldSince));
        count--;
      }
      if (!wasHolding || count > 0) heldSince = now;
      curve.arrive(count, now, lag(now));
      lastArrival = now;
    },
    end: (now) => {
      release(now);
      curve.hurry(now, lag(now));
    },
    release,
    rush: curve.skip,
    take: (now) => {
      const isSilent = isEnd() || now - lastArrival >= patience;
      let count = curve.shown(now) - taken;
      if (settings().by === 'word' && count > 0) {
        const graphemes = scanner.peek(count + longestWord);
        const isWhole = isSilent && graphemes.length === scanner.ready();
        count = Math.max(roundToWord(graphemes, count, isWhole), curve.overdue() - taken);
      }
      if (count <= 0) return '';
      taken += count;
      return scanner.take(count);
    },
    rewind: (context, common, isShownKept) => {
      if (!isShownKept) curve.truncate((taken = 0));
      scanner = createGraphemeScanner(context);
      // What waits of the common part keeps its deadlines.
      curve.truncate(taken + scanner.push(common));
    },
    isBusy: () => scanner.ready() > 0,
    due: () => (scanner.isHolding() ? lastArrival + patience : Infinity),
  };
}
