import { countLines, findPage, readLine, type Log, type LogPage } from './logPages.ts';
import type { Rows } from './Rows.ts';

/** How long the page may be busy with searching at a time, in milliseconds. */
const budget = 8;

/** A search that goes through a log a slice at a time, and continues if the log grows. */
export interface LogSearch {
  /** Searches a slice. Returns whether everything that has arrived was searched. */
  searchOn(log: Log): boolean;
  /** Returns the lines that were found so far. */
  rows(): Rows;
}

/** Creates a search for the lines that match a pattern with the flag `g`. */
export function createLogSearch(pattern: RegExp): LogSearch {
  let found: number[] = [];
  /** The number of matching lines that have been dropped to save memory. */
  let dropped = 0;
  /** The first line that was not searched. */
  let next = 0;

  function startAgain(): void {
    found = [];
    dropped = 0;
    next = 0;
  }

  /** Searches the text of a page as a whole, because that is much faster than line by line. */
  function searchPage({ text, starts }: LogPage, first: number): void {
    let index = next - first;
    pattern.lastIndex = starts[index]!;
    while (pattern.test(text)) {
      while (starts[index + 1]! < pattern.lastIndex) index += 1;
      found.push(first + index);
      index += 1;
      pattern.lastIndex = starts[index]!;
    }
  }

  function searchTail(log: Log, total: number): void {
    for (let number = next; number < total; number += 1) {
      if (readLine(log, number).search(pattern) !== -1) found.push(number);
    }
  }

  return {
    searchOn(log) {
      const total = countLines(log);
      // A shorter log is another one.
      if (total < next) startAgain();
      next = Math.max(next, log.droppedLines);
      const deadline = performance.now() + budget;
      while (next < total && performance.now() < deadline) {
        const full = findPage(log, next);
        if (full) searchPage(full.page, full.first);
        else searchTail(log, total);
        next = full?.end ?? total;
      }
      while (found[dropped]! < log.droppedLines) dropped += 1;
      return next >= total;
    },
    rows() {
      // Lines are only ever appended, so earlier rows stay the same without a copy.
      const lines = found;
      const first = dropped;
      return { count: lines.length - first, dropped: first, lineOf: (row) => lines[first + row] ?? 0 };
    },
  };
}
