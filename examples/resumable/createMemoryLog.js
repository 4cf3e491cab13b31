import { randomUUID } from 'node:crypto';
import { createEntries } from './createEntries.js';

/**
 * A log of answers. Each answer is a list of entries that only grows, and ends once.
 *
 * @typedef {object} AnswerLog
 * @property {() => Promise<string>} open Begins an answer and returns its id.
 * @property {(id: string, data: string) => Promise<boolean>} append Returns false if the answer has ended.
 * @property {(id: string, end: 'done' | 'stopped' | 'error') => Promise<boolean>} end Returns false if it had ended.
 * @property {(id: string) => Promise<import('./createEntries.js').Entries | undefined>} follow
 *   Returns the entries of an answer while they are followed, or undefined if nobody knows it.
 * @property {(id: string) => void} unfollow Tells that a reader has left.
 * @property {() => Promise<void>} close
 */

/**
 * Creates a log for one process. It is lost with the process.
 *
 * @param {{ timeToLive: number }} options how long an answer is kept after its end, in milliseconds
 * @returns {AnswerLog}
 */
export function createMemoryLog({ timeToLive }) {
  /** @type {Map<string, import('./createEntries.js').Entries>} */
  const answers = new Map();
  /** @type {Set<NodeJS.Timeout>} */
  const timers = new Set();
  let latest = 0;
  const nextId = () => String((latest += 1));

  return {
    async open() {
      // The id is all that a reader needs, so it must not be guessed.
      const id = randomUUID();
      answers.set(id, createEntries());
      return id;
    },
    async append(id, data) {
      const entries = answers.get(id);
      if (!entries || entries.isEnded) return false;
      entries.push({ id: nextId(), data });
      return true;
    },
    async end(id, end) {
      const entries = answers.get(id);
      if (!entries || entries.isEnded) return false;
      entries.push({ id: nextId(), end });
      const timer = setTimeout(() => {
        timers.delete(timer);
        answers.delete(id);
      }, timeToLive);
      timer.unref();
      timers.add(timer);
      return true;
    },
    follow: async (id) => answers.get(id),
    unfollow: () => {},
    async close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
