import { plainPattern, segmentGraphemes } from '../segmentGraphemes.ts';

/** Cuts a growing text into graphemes, each part of it once, and gives them out in order. */
export interface GraphemeScanner {
  /** Adds to the end of the text. */
  push(text: string): void;
  /** Makes the last grapheme ready as it is; at the end of the text even half a surrogate pair. */
  release(isEnd: boolean): void;
  /** Tells whether the last grapheme is held back, since what comes next may belong to it. */
  isHolding(): boolean;
  /** Gives the number of graphemes that are ready to be taken. */
  ready(): number;
  /** Gives the next `count` graphemes, or as many as are ready, without taking them. */
  peek(count: number): string[];
  /** Takes the next `count` graphemes. */
  take(count: number): string;
}

/** The most that is segmented at once, in code units. */
const longestWindow = 512;
/** How much of a grapheme longer than that is looked at again when more of it comes. */
const context = 128;

const plainPair = /* @__PURE__ */ plainPattern('@{2}');
const plainRun = /* @__PURE__ */ plainPattern('@{0,4096}(?=@)', 'y');
/** What is shown at once, though a mark may follow. Digits become keycaps more often. */
const settled = /* @__PURE__ */ plainPattern('^(?![\\d#*])@$');

/** Leaves out half a surrogate pair at the end. */
const trim = (text: string) => text.replace(/[\ud800-\udbff]$/, '');

/**
 * Creates a scanner. The last grapheme is held back while it can still grow; a plain letter is not, and where a mark
 * follows it before it was taken, the two become one. A grapheme of more than 512 code units comes in parts.
 *
 * @param open - the grapheme before the text, which the text may continue.
 */
export function createGraphemeScanner(open = ''): GraphemeScanner {
  let items: string[] = [];
  let head = 0;
  // How many units of the open grapheme were made ready.
  let given = open.length;

  const confirm = (grapheme: string) => {
    if (grapheme.length > given) items.push(grapheme.slice(given));
    given = Math.max(0, given - grapheme.length);
  };

  const release = (isEnd: boolean) => {
    const { length } = isEnd ? open : trim(open);
    if (length > given) {
      confirm(open.slice(0, length));
      given = length;
    }
  };

  /** Confirms all graphemes of `text` but the last. */
  const scan = (text: string) => {
    let start = 0;
    for (;;) {
      plainRun.lastIndex = start;
      if (plainRun.test(text)) {
        for (const grapheme of text.slice(start, plainRun.lastIndex)) confirm(grapheme);
        start = plainRun.lastIndex;
      }
      let window = text.slice(start, start + longestWindow);
      // Between two plain units there is a boundary, so what follows need not be seen.
      const pair = window.search(plainPair);
      if (pair >= 0) window = window.slice(0, pair + 1);
      const isLast = pair < 0 && start + window.length === text.length;
      window = trim(window);
      const graphemes = segmentGraphemes(window);
      if (pair < 0) graphemes.pop();
      for (const grapheme of graphemes) {
        confirm(grapheme);
        start += grapheme.length;
      }
      if (isLast) break;
      if (graphemes.length > 0) continue;
      confirm(window);
      given = context;
      start += window.length - context;
    }
    open = text.slice(start);
  };

  const ready = () => items.length - head;
  const peek = (count: number) => items.slice(head, head + count);

  return {
    push: (text) => {
      const before = items.length;
      const last = items.at(-1);
      if (ready() > 0 && last!.length <= given) {
        items.pop();
        given -= last!.length;
      }
      scan(open + text);
      // A grapheme that was ready stays so, longer as it may be.
      if (items.length < before || settled.test(open)) release(false);
    },
    release,
    isHolding: () => trim(open).length > given,
    ready,
    peek,
    take: (count) => {
      const taken = peek(count);
      head += taken.length;
      if (head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return taken.join('');
    },
  };
}
