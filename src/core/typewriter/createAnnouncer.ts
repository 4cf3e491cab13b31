/** Turns a growing text into announcements for a polite live region. */
export interface Announcer {
  /** Adds to the end of the text that is shown. */
  add(text: string): void;
  /** Takes back the last `count` units of the text, but for what was announced of them. */
  truncate(count: number): void;
  /** Gives what the region says at `now`: whole sentences, and at the end of the text the rest. */
  read(now: number, isEnd: boolean): string;
  /** Gives the time when the next announcement may be made, or infinity where no sentence waits. */
  due(): number;
}

/** The shortest time between two announcements but the last, in milliseconds: a region that changes faster is not read out. */
const shortestGap = 2000;

/** Up to the last end of a sentence, which in Latin, Arabic and Indic scripts white space follows, or of a line. */
const sentences = /^[^]*(?:[.!?…؟۔।]["'”’»)\]]*\s|[。！？\n])/;
/** How many units of such an end may have been added before its last one. */
const overlap = 4;

/** Creates an announcer. Everything that is added is announced once, in order. */
export function createAnnouncer(): Announcer {
  let current = '';
  let waiting = '';
  // Where the whole sentences of `waiting` end.
  let end = 0;
  let next = -Infinity;
  let edge = '';

  return {
    add: (text) => {
      const searched = edge + text;
      const found = sentences.exec(searched);
      if (found) end = Math.max(end, waiting.length - edge.length + found[0].length);
      edge = searched.slice(-overlap);
      waiting += text;
    },
    truncate: (count) => {
      waiting = waiting.slice(0, Math.max(0, waiting.length - count));
      edge = waiting.slice(-overlap);
      end = Math.min(end, waiting.length);
    },
    read: (now, isEnd) => {
      if (isEnd) end = waiting.length;
      if (end > 0 && (isEnd || now >= next)) {
        current = waiting.slice(0, end);
        waiting = waiting.slice(end);
        end = 0;
        next = now + shortestGap;
      }
      return current;
    },
    due: () => (end > 0 ? next : Infinity),
  };
}
