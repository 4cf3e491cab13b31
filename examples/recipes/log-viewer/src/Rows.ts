import { countLines, type Log } from './logPages.ts';

/** The lines that the list shows. */
export interface Rows {
  readonly count: number;
  /** How many rows there were above the first one before the log dropped their lines. */
  readonly dropped: number;
  /** Returns the number of the line in a row. */
  lineOf(row: number): number;
}

/** Returns the rows of a log that is not filtered. */
export function everyLine(log: Log): Rows {
  return {
    count: countLines(log) - log.droppedLines,
    dropped: log.droppedLines,
    lineOf: (row) => log.droppedLines + row,
  };
}
