import type { Opener } from './Opener.ts';

/**
 * Matches the markers of inline text that may have to be closed. It also matches what is skipped because it contains no
 * markers: an escaped character, code and math that are closed, and tags. An underscore inside a word is not emphasis, and
 * a tilde is only if there are two.
 */
const token =
  /\\[^]|(`+)(?!`)[^]*?[^`]\1(?!`)|\$\$[^]*?\$\$|(?<code>`+|\$\$)|<[a-z/!?][^<>]*>|(?<open>!?\[)|(?<close>\])(?:\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\])?|(?<emphasis>\*+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])|(?<!~)~~(?!~))/giu;

/** The label of a footnote or of a task's box, which makes no sense without its brackets. */
const hiddenLabel = /^(?:\^.*|[ x]?)$/i;

/**
 * Closes what is open at the end of the text of a paragraph, a heading, a list item or a cell.
 *
 * @param run - the text. It must not end with half a marker.
 */
export function completeInline(run: string, math: boolean): string {
  const openers: Opener[] = [];
  for (const { index, groups = {}, 0: marks } of run.matchAll(token)) {
    const { code, open, close, emphasis } = groups;
    if (code === '$$' && !math) continue;
    if (code || open) openers.push({ index, marks });
    if (close) closeBracket(openers);
    if (emphasis) readEmphasis(openers, { run, marks, index });
    // All that follows is code.
    if (code) break;
  }
  return closeAll(run, openers);
}

/** Closes the latest label. Emphasis that was opened inside it and not closed is text. */
function closeBracket(openers: Opener[]): void {
  const index = openers.findLastIndex(({ marks }) => marks.endsWith('['));
  if (index >= 0) openers.length = index;
}

/** Marks of emphasis in a text. */
interface Marks extends Opener {
  readonly run: string;
}

/** Closes as much emphasis as the marks can, and opens emphasis with the rest. */
function readEmphasis(openers: Opener[], { run, marks, index }: Marks): void {
  const end = index + marks.length;
  const canClose = run.charAt(index - 1).trim() !== '';
  const canOpen = run.charAt(end).trim() !== '';
  const left = canClose ? closeEmphasis(openers, marks) : marks.length;
  if (canOpen && left > 0) openers.push({ index: end - left, marks: marks.slice(0, left) });
}

/** Closes as much of the openers as the marks can, the latest first, and returns how many of the marks are left. */
function closeEmphasis(openers: Opener[], marks: string): number {
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

/** Closes what is open, from the inside out. */
function closeAll(run: string, openers: readonly Opener[]): string {
  let text = run;
  let closers = '';
  for (const { index, marks } of openers.toReversed()) {
    const content = text.slice(index + marks.length);
    if (marks === '![') {
      text = text.slice(0, index);
      closers = '';
    } else if (marks === '[') {
      text = text.slice(0, index) + (hiddenLabel.test(content) ? '' : content);
    } else if (content.trim() === '') {
      text = text.slice(0, index);
    } else if (/[`$]/.test(marks)) {
      // White space keeps the marks apart from others at the end of the code.
      text += marks;
    } else {
      closers += marks;
    }
  }
  const visible = text.trimEnd();
  return closers ? visible + closers + text.slice(visible.length) : text;
}
