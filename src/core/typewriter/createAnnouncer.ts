/** Turns a growing text into announcements for a polite live region. */
export interface Announcer {
  /** Adds to the end of the text that is shown. */
  add(text: string): void;
  /** Starts from `text` again, whose first `announced` units are announced; by default as many as were before. */
  reset(text: string, announced?: number): void;
  /** Gives what the region says at `now`: whole sentences, and at the end of the text the rest. */
  read(now: number, isEnd: boolean): string;
  /** Gives the time when the next announcement may be made, or infinity where no sentence waits. */
  due(): number;
}

/** The shortest time between two announcements but the last, in milliseconds: a region that changes faster is not read out. */
const shortestGap = 2000;

/** The end of a sentence in Latin, Arabic and Indic scripts, which white space follows, in Chinese and Japanese, or of a line. */
const sentenceEnd = /[.!?…؟۔।]["'”’»)\]]*\s|[。！？\n]/;
const sentences = new RegExp(`^[^]*(?:${sentenceEnd.source})`);
/** How many units of such an end may have been added before its last one. */
const overlap = 4;

/** Creates an announcer. Everything that is added is announced once, in order. */
export function createAnnouncer(): Announcer {
  let current = '';
  let waiting = '';
  let hasSentence = false;
  let announced = 0;
  let next = -Infinity;
  let edge = '';

  const add = (text: string) => {
    const fresh = edge + text;
    hasSentence ||= sentenceEnd.test(fresh);
    edge = fresh.slice(-overlap);
    waiting += text;
  };

  return {
    add,
    reset: (text, start = Math.min(announced, text.length)) => {
      announced = start;
      hasSentence = false;
      waiting = edge = '';
      add(text.slice(start));
    },
    read: (now, isEnd) => {
      if (waiting && (isEnd || (hasSentence && now >= next))) {
        const end = isEnd ? waiting.length : sentences.exec(waiting)![0].length;
        current = waiting.slice(0, end);
        announced += end;
        waiting = waiting.slice(end);
        edge = waiting.slice(-overlap);
        hasSentence = false;
        next = now + shortestGap;
      }
      return current;
    },
    due: () => (hasSentence ? next : Infinity),
  };
}
