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
      const rest = entries.slice((places.get(after) ?? -1) + 1);
      return entries.at(-1)?.end === 'done' && rest.every(({ end }) => end !== undefined);
    },

    /**
     * Reads the entries that follow the one of this id, and waits for more until the end.
     *
     * @param {string} after An unknown id reads from the start.
     * @param {AbortSignal} signal
     */
    async *read(after, signal) {
      let next = (places.get(after) ?? -1) + 1;
      while (!signal.aborted) {
        const entry = entries[next];
        if (entry) {
          next += 1;
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
