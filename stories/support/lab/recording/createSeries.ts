/** What a series says at one moment. */
export interface SeriesTotals {
  /** How many entries there have been. */
  readonly count: number;
  /** The sum of their sizes. */
  readonly size: number;
}

/** The entries of a few milliseconds. */
export interface SeriesEntry {
  /** When the first of them came, a `performance.now()` time. */
  readonly at: number;
  /** When their span began. The same as `at` if they have no duration. */
  readonly start: number;
  readonly count: number;
  readonly size: number;
  /** The totals after them. */
  readonly totals: SeriesTotals;
}

/** How something grows over time. It remembers a bounded number of entries, and its totals forever. */
export interface Series {
  add(entry: { at: number; size: number; start?: number; count?: number }): void;
  /** Lets the totals start again at zero. */
  restart(at: number): void;
  /** The totals at a moment. */
  totalsAt(at: number): SeriesTotals;
  /** The entries between two moments, the borders included, and one before them. */
  between(from: number, to: number): readonly SeriesEntry[];
}

/** Entries within so many milliseconds are counted as one: a picture cannot tell them apart, and single bytes are many. */
const resolution = 10;

/** How many entries are kept at least, half a minute at the finest. */
const kept = 3000;

const nothing: SeriesTotals = { count: 0, size: 0 };

/** Creates an empty series. */
export function createSeries(): Series {
  let entries: SeriesEntry[] = [];

  /** The place of the first entry after a moment. */
  const placeAfter = (at: number) => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const push = (entry: SeriesEntry) => {
    entries.push(entry);
    // Half of them at once, so that each entry is moved at most once.
    if (entries.length >= 2 * kept) entries = entries.slice(-kept);
  };

  return {
    add: ({ at, size, start = at, count = 1 }) => {
      const last = entries.at(-1);
      const before = last?.totals ?? nothing;
      const totals = { count: before.count + count, size: before.size + size };
      if (last && last.count > 0 && at - last.at < resolution) {
        entries[entries.length - 1] = { ...last, count: last.count + count, size: last.size + size, totals };
        return;
      }
      push({ at, start, count, size, totals });
    },
    restart: (at) => push({ at, start: at, count: 0, size: 0, totals: nothing }),
    totalsAt: (at) => entries[placeAfter(at) - 1]?.totals ?? nothing,
    between: (from, to) => entries.slice(Math.max(0, placeAfter(from) - 1), placeAfter(to)),
  };
}
