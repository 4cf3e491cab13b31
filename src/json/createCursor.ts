/** A place in a text that arrives in pieces. */
export interface Cursor {
  /** Adds the next piece, once the one before has been read. */
  feed(chunk: string): void;
  /** Returns the character at the cursor, or `undefined` if it has not arrived. */
  peek(): string | undefined;
  /** Returns up to `length` characters from the cursor, fewer if they have not arrived. */
  lookAhead(length: number): string;
  /** Reads as many characters as match a sticky pattern, which may be none. */
  readRun(pattern: RegExp): string;
  skip(length: number): void;
  /** Keeps what is left, which is too short to be read, until the next piece arrives. */
  wait(): void;
  /** Throws an error that names the character at the cursor. */
  fail(): never;
}

/** Creates a cursor before a text of which nothing has arrived. */
export function createCursor(): Cursor {
  let source = '';
  let position = 0;
  /** How many characters came before `source`. */
  let offset = 0;
  /** What is left of the piece before. */
  let rest = '';

  return {
    feed: (chunk) => {
      offset += position - rest.length;
      source = rest + chunk;
      position = 0;
      rest = '';
    },
    peek: () => source[position],
    lookAhead: (length) => source.slice(position, position + length),
    readRun: (pattern) => {
      const start = position;
      pattern.lastIndex = start;
      pattern.test(source);
      position = pattern.lastIndex;
      return source.slice(start, position);
    },
    skip: (length) => {
      position += length;
    },
    wait: () => {
      rest = source.slice(position);
      position = source.length;
    },
    fail: () => {
      const character = JSON.stringify(source[position]);
      throw new SyntaxError(`Unexpected ${character} at position ${offset + position} of the JSON text.`);
    },
  };
}
