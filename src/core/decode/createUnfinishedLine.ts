/** The part of a line that has arrived before its end. */
export interface UnfinishedLine {
  /**
   * Adds what has arrived of the line.
   *
   * @returns how many characters of an event are kept: none of a comment, nor of a line that is ignored.
   */
  append(text: string): number;
  /** Returns what is kept of the line, and begins another one. */
  take(): string;
}

const field = /^(?:data|event|id|retry):/;

/** The length of the longest field name with its colon and space. From this length on, it is known what a line is. */
const longestPrefix = 7;

/** Shorter texts are joined before they are kept, because each one costs memory and garbage collection. */
const shortText = 512;

/** How many characters of short texts are joined at a time. */
const longestPiece = 16_384;

/** Stands for a line that is ignored, because no field starts with a space. */
const ignoredLine = ' ';

/**
 * Creates an unfinished line. A line that turns out to have no known field is not kept, however long it gets.
 *
 * @param longestComment - how many characters of a comment are kept. A longer one is ignored.
 */
export function createUnfinishedLine(longestComment: number): UnfinishedLine {
  /** Appending to a string is cheap because engines defer the copy: the line is copied once, when it ends. */
  let line = '';
  /** The latest short texts, which are not yet appended to the line. */
  let piece = '';
  let isComment = false;

  function ignore(): void {
    line = ignoredLine;
    piece = '';
  }

  function appendToBeginning(text: string): void {
    line += text;
    isComment = line.startsWith(':');
    if (line.length >= longestPrefix && !isComment && !field.test(line)) ignore();
  }

  function appendToRest(text: string): void {
    piece += text;
    if (text.length < shortText) {
      if (piece.length < longestPiece) return;
      // Reading a character makes the engine join the short texts.
      piece.charCodeAt(0);
    }
    line += piece;
    piece = '';
  }

  return {
    append: (text) => {
      if (line === ignoredLine) return 0;
      if (line.length < longestPrefix) appendToBeginning(text);
      else appendToRest(text);
      // The prefix does not count.
      const size = line.length + piece.length - longestPrefix;
      if (!isComment) return size;
      // [non-spec] A comment is not part of an event, so the stream does not fail if one is too long.
      if (size > longestComment) ignore();
      return 0;
    },
    take: () => {
      const taken = line + piece;
      line = '';
      piece = '';
      return taken;
    },
  };
}
