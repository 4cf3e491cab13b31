import { closeEmphasis, findFlanks } from './emphasis.ts';
import type { Opener } from './Opener.ts';

/**
 * The markers of inline text. Those that have no end match only if the text ends with them, or if they may lack it: the
 * target of a link, a tag and an entity.
 */
const token =
  /\\(?:[^]|$)|(?<code>`+|\$\$)|(?<half><(?:[a-z/!?][^<>\n]{0,200})?$|&#?\w{0,31}$|\$$)|<[a-z/!?][^<>]*>|(?<open>!?\[)|\](?<target>\((?:<[^<>\n]*>?|[^\s()<]*(?:\([^\s()]*(?:\)[^\s()]*)?)*)(?:\s+["'(][^]*?)?\s*(?:\)|$)|\[[^[\]]*(?:\]|$))?|(?<emphasis>\*+|_+|~+)/gi;

/** The label of a footnote or of a task's box, which makes no sense without its brackets. */
const hiddenLabel = /^(?:\^.*|[ x]?)$/i;

/** Completes a text inside a paragraph, a heading, a list item or a row that is cut off. */
export function completeInline(run: string, math: boolean): string {
  const openers: Opener[] = [];
  let end = run.length;
  let codeEnd = '';
  let position = /^[ \t>]*\|/.test(run) ? run.lastIndexOf('|') + 1 : 0;

  const readCode = (marks: string, index: number) => {
    const start = index + marks.length;
    position = findMarks(run, marks, start) + marks.length;
    if (position >= marks.length) return;
    // All that follows is code, except half a closing marker.
    position = run.length;
    while (end > start && run[end - 1] === marks[0]) end -= 1;
    if (run.slice(start, end).trim()) codeEnd = marks;
    else end = index;
  };

  const readBracket = (target: string | undefined, index: number) => {
    const opener = openers.findLastIndex(({ marks }) => marks.endsWith('['));
    if (opener < 0) return;
    const isComplete = position < run.length || (target !== undefined && isBalanced(target));
    // The emphasis inside the label belongs to it.
    openers.length = isComplete ? opener : opener + 1;
    if (!isComplete) end = index;
  };

  const readEmphasis = (marks: string, index: number) => {
    const { canOpen, canClose } = findFlanks(run, marks, index);
    const left = canClose ? closeEmphasis(openers, marks) : marks.length;
    if (canOpen && left > 0) openers.push({ index: position - left, marks: marks.slice(0, left) });
  };

  const readToken = ({ index, groups = {}, 0: marks }: RegExpExecArray) => {
    const { code, half, open, target, emphasis } = groups;
    position = index + marks.length;
    const isLast = position === run.length;
    if (half || marks === '\\' || (isLast && (open || emphasis))) end = index;
    else if (code && (math || code !== '$$')) readCode(code, index);
    else if (open) openers.push({ index, marks });
    else if (marks.startsWith(']')) readBracket(target, index);
    else if (emphasis) readEmphasis(emphasis, index);
  };

  const pattern = new RegExp(token);
  const next = () => {
    pattern.lastIndex = position;
    return position < end ? pattern.exec(run) : null;
  };
  let found = next();
  while (found) {
    readToken(found);
    found = next();
  }
  return close(run.slice(0, end) + codeEnd, openers);
}

/** Tells whether each bracket of the target of a link is closed. */
function isBalanced(target: string): boolean {
  return target.split(/[([]/).length === target.split(/[)\]]/).length;
}

/** Returns where the marks that end code are, or a number below -1 if they are missing. */
function findMarks(run: string, marks: string, start: number): number {
  const runs = run.slice(start).matchAll(/`+|\$\$/g);
  for (const { index, 0: found } of runs) {
    if (found === marks) return start + index;
  }
  return -marks.length - 1;
}

/** Closes what is open, from the inside out. */
function close(run: string, openers: readonly Opener[]): string {
  let text = run;
  let closers = '';
  for (const { index, marks } of openers.toReversed()) {
    const content = text.slice(index + marks.length);
    if (marks === '![') {
      text = text.slice(0, index);
      closers = '';
    } else if (marks === '[') {
      text = text.slice(0, index) + (hiddenLabel.test(content) ? '' : content);
    } else if (content.trim()) {
      closers += marks;
    } else {
      text = text.slice(0, index);
    }
  }
  const visible = text.trimEnd();
  return closers ? visible + closers + text.slice(visible.length) : text;
}
