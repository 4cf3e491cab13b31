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
  release(): void;
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
  const curve = createRevealCurve(() => settings().graphemesPerSecond ?? 'auto');
  let taken = 0;
  let lastArrival = 0;

  const lag = () => {
    const { maxLag = 600, drain = 250 } = settings();
    return isEnd() ? Math.min(maxLag, drain) : maxLag;
  };
  /** A grapheme that is held back counts, so that its time runs. */
  const waiting = () => scanner.ready() + Number(scanner.isHolding());

  const count = (now: number, change: () => void) => {
    const before = waiting();
    change();
    curve.arrive(waiting() - before, now, lag());
  };

  return {
    arrive: (text, now) => {
      count(now, () => scanner.push(text));
      lastArrival = now;
    },
    end: (now) => {
      count(now, () => scanner.release(true));
      curve.hurry(now, lag());
    },
    release: () => scanner.release(isEnd()),
    rush: curve.skip,
    take: (now) => {
      let count = curve.shown(now) - taken;
      if (settings().by === 'word' && count > 0) {
        const graphemes = scanner.peek(count + longestWord);
        const isWhole = (isEnd() || now - lastArrival >= patience) && graphemes.length === scanner.ready();
        count = Math.max(roundToWord(graphemes, Math.min(count, graphemes.length), isWhole), curve.overdue() - taken);
      }
      count = Math.max(0, Math.min(count, scanner.ready()));
      taken += count;
      return scanner.take(count);
    },
    rewind: (context, common, isShownKept) => {
      if (!isShownKept) curve.truncate((taken = 0));
      scanner = createGraphemeScanner(context);
      scanner.push(common);
      // What waits of the common part keeps its deadlines.
      curve.truncate(taken + waiting());
    },
    isBusy: () => scanner.ready() > 0,
    due: () => (scanner.isHolding() ? lastArrival + patience : Infinity),
  };
}
