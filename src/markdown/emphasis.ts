import type { Opener } from './Opener.ts';

const word = /[\p{L}\p{N}]/u;

/** Tells whether marks of emphasis can open or close it. An underscore inside a word and a single tilde can do neither. */
export function findFlanks(run: string, marks: string, index: number): { canOpen: boolean; canClose: boolean } {
  const before = run.charAt(index - 1).trim();
  const after = run.charAt(index + marks.length).trim();
  const isInWord = marks.startsWith('_') && word.test(before) && word.test(after);
  const isText = isInWord || (marks.startsWith('~') && marks.length !== 2);
  return { canOpen: after !== '' && !isText, canClose: before !== '' && !isText };
}

/** Closes as much of the openers as the marks can, the latest first, and returns how many of the marks are left. */
export function closeEmphasis(openers: Opener[], marks: string): number {
  let left = marks.length;
  while (left > 0) {
    const index = openers.findLastIndex((opener) => opener.marks.startsWith(marks.charAt(0)));
    const opener = openers[index];
    if (!opener) break;
    const closed = Math.min(left, opener.marks.length);
    left -= closed;
    opener.marks = opener.marks.slice(closed);
    // What was opened inside and not closed is text.
    openers.length = opener.marks ? index + 1 : index;
  }
  return left;
}
