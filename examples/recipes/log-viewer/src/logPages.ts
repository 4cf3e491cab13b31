import type { Accumulator } from 'react-streamed';

/** How many lines a page holds. */
const linesPerPage = 512;

/** Some lines of a log, joined. A page is one object for the garbage collector, and its lines would be 512. */
export interface LogPage {
  readonly text: string;
  /** The offset of each line in the text, and the one after the last line. */
  readonly starts: Uint32Array;
}

/** A log, as far as it has arrived. */
export interface Log {
  /** Full pages, oldest first. */
  readonly pages: readonly LogPage[];
  /** The lines after the last full page. */
  readonly tail: readonly string[];
  /** How many lines were dropped from the beginning. */
  readonly droppedLines: number;
  /** How many characters are kept. */
  readonly characters: number;
  /** How long the longest line is, in characters. */
  readonly longestLine: number;
}

/** How much of a log is kept. */
export interface LogLimits {
  readonly lines: number;
  readonly characters: number;
}

interface GrowingLog {
  pages: LogPage[];
  tail: string[];
  droppedLines: number;
  characters: number;
  longestLine: number;
}

/** Keeps the lines of a log in pages, and drops the oldest page when a limit is exceeded. */
export function logPages({ lines, characters }: LogLimits): Accumulator<string, Log, GrowingLog> {
  return {
    create: () => ({ pages: [], tail: [], droppedLines: 0, characters: 0, longestLine: 0 }),
    add: (log, line) => {
      log.tail.push(line);
      log.characters += line.length + 1;
      log.longestLine = Math.max(log.longestLine, line.length);
      if (log.tail.length < linesPerPage) return;
      log.pages.push(joinLines(log.tail));
      log.tail = [];
      const isTooLong = () => log.characters > characters || log.pages.length * linesPerPage > lines;
      while (log.pages.length > 1 && isTooLong()) dropOldestPage(log);
    },
    // Copies references to pages, some 1,500 for 200 MB, and at most 511 to lines.
    snapshot: (log) => ({ ...log, pages: [...log.pages], tail: [...log.tail] }),
  };
}

/** Returns how many lines there are, including those that were dropped. */
export function countLines(log: Log): number {
  return log.droppedLines + log.pages.length * linesPerPage + log.tail.length;
}

/** Returns a line by its number from 0. A line that is not kept is empty. */
export function readLine(log: Log, number: number): string {
  const kept = number - log.droppedLines;
  const page = log.pages[Math.floor(kept / linesPerPage)];
  const index = kept % linesPerPage;
  if (!page) return log.tail[index] ?? '';
  return page.text.slice(page.starts[index], page.starts[index + 1]! - 1);
}

/** Returns the page of a line, with the numbers of its first line and of the one after it. A line of the tail has none. */
export function findPage(log: Log, number: number): { page: LogPage; first: number; end: number } | undefined {
  const index = Math.floor((number - log.droppedLines) / linesPerPage);
  const page = log.pages[index];
  const first = log.droppedLines + index * linesPerPage;
  return page && { page, first, end: first + linesPerPage };
}

function joinLines(lines: readonly string[]): LogPage {
  const starts = new Uint32Array(lines.length + 1);
  let next = 0;
  for (const [index, line] of lines.entries()) {
    next += line.length + 1;
    starts[index + 1] = next;
  }
  return { text: lines.join('\n'), starts };
}

function dropOldestPage(log: GrowingLog): void {
  const page = log.pages.shift();
  log.characters -= page?.starts.at(-1) ?? 0;
  log.droppedLines += linesPerPage;
}
