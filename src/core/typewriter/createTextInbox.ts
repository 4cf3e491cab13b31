import { commonPrefixLength } from '../text/commonPrefixLength.ts';

/** What reading a text has shown. */
export interface TextChange {
  /** The latest text. */
  readonly text: string;
  /** How many code units at its start are those of the text that was read before. */
  readonly keptLength: number;
  /** Whether the text begins with all of the text that was read before. */
  readonly isContinued: boolean;
  /** When the first text arrived that was not read, in milliseconds. */
  readonly arrivedAt: number;
}

/** Keeps the whole text of a typewriter, and decides when a text that was set has to be read. Times are in milliseconds. */
export interface TextInbox {
  /** Returns the latest text, which may be unread. */
  latest(): string;
  /** Takes the whole text so far, unread. */
  put(text: string, now: number): void;
  /** Adds to the end of a text that was read. */
  append(delta: string): void;
  /** Tells whether the latest text is unread and should not stay so. */
  isDue(now: number, maxLag?: number): boolean;
  /** Compares the unread text with the one that was read before. Returns `undefined` if all is read. */
  read(now: number): TextChange | undefined;
}

/** A text up to this length in code units is read at once. */
const shortLength = 4096;

/** How many more code units let a text wait one more millisecond, because reading takes time in proportion to the length. */
const lengthPerMillisecond = 768;

/** The longest time between two readings in milliseconds, so that a text that was replaced is noticed soon. */
const longestWait = 200;

/** `maxLag` is at least so many times the time between two readings. The rest is left to type the text evenly. */
const lagPerReading = 3;

/** More code units than a frame usually adds. A text that is longer by more has probably been replaced. */
const longestGrowth = 1000;

/**
 * Creates an inbox with a text that was read.
 *
 * V8 keeps a string that grows by `+=` in pieces, and joins them in a copy before a single character is read. With 180 kB,
 * this takes ten times as long as the rest of a frame. The length is known without a copy, so a long text is read less often.
 */
export function createTextInbox(initialText: string): TextInbox {
  let known = initialText;
  let latest = initialText;
  /** When the first unread text arrived, or `undefined` if all is read. */
  let arrivedAt: number | undefined;
  let readAt = 0;
  let looksReplaced = false;

  return {
    latest: () => latest,
    put: (text, now) => {
      const growth = text.length - latest.length;
      // The same string is found equal without being read, and one of another length is not compared at all.
      if (text === latest) return;
      latest = text;
      arrivedAt ??= now;
      if (growth <= 0 || growth > longestGrowth) looksReplaced = true;
    },
    append: (delta) => {
      latest += delta;
      known = latest;
    },
    isDue: (now, maxLag = Infinity) => {
      if (arrivedAt === undefined) return false;
      const waitForLength = (latest.length - shortLength) / lengthPerMillisecond;
      const wait = Math.min(waitForLength, maxLag / lagPerReading, longestWait);
      const mayWait = !looksReplaced && now - readAt < wait;
      return !mayWait;
    },
    read: (now) => {
      if (arrivedAt === undefined) return undefined;
      // In V8, `startsWith` takes several times as long.
      const isContinued = latest.slice(0, known.length) === known;
      const keptLength = isContinued ? known.length : commonPrefixLength(latest, known);
      const change = { text: latest, keptLength, isContinued, arrivedAt };
      known = latest;
      arrivedAt = undefined;
      readAt = now;
      looksReplaced = false;
      return change;
    },
  };
}
