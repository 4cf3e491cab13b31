import type { SealedText } from '../text/createBlockSealer.ts';

/** Decides what a polite live region says about a text that is being typed. All times are in milliseconds. */
export interface Announcer {
  /** Returns the announcement after `shown` became visible: a new one if a sentence is complete and the last one is long enough ago. */
  next(shown: SealedText, now: number): string;
  /** Returns the announcement after all of the text became visible: everything that was not announced yet. */
  finish(shown: SealedText, now: number): string;
  /** Treats everything after the first `length` code units as new. */
  rewind(length: number): void;
  /** Tells whether a whole sentence waits to be announced. */
  hasWaiting(): boolean;
}

/** The shortest time between two announcements in milliseconds, so that a screen reader has time to read them out. */
const shortestInterval = 2000;

/**
 * Text up to the end of its last sentence or line. White space follows the end of a sentence, except in Chinese and
 * Japanese. A full stop inside a number is none.
 */
const wholeSentences = /^[^]*(?:\p{STerm}["'\p{Pe}\p{Pf}]*\s|[。！？\n])/u;

/** Returns a text as it is, because it has no markup. */
const keepText = (text: string): string => text;

/**
 * Creates an announcer for a text whose first `announcedLength` code units need no announcement.
 *
 * @param toPlainText - removes the markup from what is announced.
 */
export function createAnnouncer(announcedLength: number, toPlainText: (text: string) => string = keepText): Announcer {
  let announced = announcedLength;
  /** Where the last whole sentence ends. */
  let sentenceEnd = announcedLength;
  let nextTime = 0;
  let announcement = '';

  const hasWaiting = () => sentenceEnd > announced;

  const announce = (text: string, now: number) => {
    announcement = toPlainText(text.slice(announced, sentenceEnd));
    announced = sentenceEnd;
    nextTime = now + shortestInterval;
  };

  return {
    next: ({ text, blocks, tail }, now) => {
      // The last block and the tail are enough, and looking through the whole text each time would take quadratic time.
      const recent = (blocks.at(-1) ?? '') + tail;
      const found = wholeSentences.exec(recent);
      if (found) sentenceEnd = text.length - recent.length + found[0].length;
      if (hasWaiting() && now >= nextTime) announce(text, now);
      return announcement;
    },
    finish: ({ text }, now) => {
      sentenceEnd = text.length;
      if (hasWaiting()) announce(text, now);
      return announcement;
    },
    rewind: (length) => {
      announced = Math.min(announced, length);
      sentenceEnd = announced;
    },
    hasWaiting,
  };
}
