/**
 * One entry of an answer's log: data, or the end.
 *
 * @typedef {object} Entry
 * @property {string} id Its place in the log, which clients send back as `Last-Event-ID`.
 * @property {string} [data]
 * @property {'done' | 'stopped' | 'error'} [end] How the answer ended. Nothing follows.
 */

/** @typedef {ReturnType<typeof createEntries>} Entries */

/** Creates the entries of one answer in memory. Any number of readers follow them, each from its own position. */
export function createEntries() {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Map<string, number>} */
  const places = new Map();
  let { news, announce } = createNews();

  return {
    get isEnded() {
      return entries.at(-1)?.end !== undefined;
    },
    get latestId() {
      return entries.at(-1)?.id ?? '';
    },

    /** @param {Entry} entry */
    push(entry) {
      if (places.has(entry.id)) return;
      places.set(entry.id, entries.length);
      entries.push(entry);
      announce();
      ({ news, announce } = createNews());
    },

    /**
     * Whether nothing but a normal end follows the entry of this id.
     *
     * @param {string} after
     */
    isReadUp(after) {
      const rest = entries.filter(({ id }) => isLater(id, after));
      return entries.at(-1)?.end === 'done' && rest.every(({ end }) => end !== undefined);
    },

    /**
     * Reads the entries that follow the one of this id, and waits for more until the end.
     *
     * @param {string} after The id may not be here yet, because another process has sent it already.
     * @param {AbortSignal} signal
     */
    async *read(after, signal) {
      let next = (places.get(after) ?? -1) + 1;
      while (!signal.aborted) {
        const entry = entries[next];
        if (entry) {
          next += 1;
          if (!isLater(entry.id, after)) continue;
          yield entry;
          if (entry.end) return;
          continue;
        }
        // Every answer ends, so a reader that has left is not kept for long.
        await news;
      }
    },
  };
}

/**
 * Compares ids: numbers, or the two numbers of an id of Redis. An id that is neither lies before all others.
 *
 * @param {string} id
 * @param {string} other
 */
function isLater(id, other) {
  const [time = 0, sequence = 0] = id.split('-').map(Number);
  const [otherTime = 0, otherSequence = 0] = other.split('-').map((part) => Number(part) || 0);
  return time > otherTime || (time === otherTime && sequence > otherSequence);
}

/** Creates a promise of the next entry, for all readers. */
function createNews() {
  /** @type {(() => void) | undefined} */
  let resolveNews;
  /** @type {Promise<void>} */
  const news = new Promise((resolve) => {
    resolveNews = resolve;
  });
  return { news, announce: () => resolveNews?.() };
}
