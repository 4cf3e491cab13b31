import { createOpenTag } from './createOpenTag.ts';
import { findRawEnd } from './findRawEnd.ts';
import {
  blankLine,
  closingFence,
  containerMarkers,
  delimiterRow,
  footnote,
  halfListMarker,
  heading,
  listMarker,
  openingFence,
  runStart,
} from './linePatterns.ts';
import type { MarkdownKind } from './MarkdownKind.ts';

/** An open fence. */
export interface Fence {
  /** Its characters, such as three backticks. */
  readonly marks: string;
  /** The white space and markers before it if a quote or a list item contains it, or else nothing. */
  readonly container: string;
}

/** What is known of a block so far. */
export interface BlockState {
  readonly kind: MarkdownKind;
  /** The length of its lines in code units. */
  readonly length: number;
  /** The fence that is open. */
  readonly fence: Fence | undefined;
  /** Whether raw HTML is open, or the latest line is indented code. */
  readonly isLiteral: boolean;
  readonly isMathOpen: boolean;
  /** The start of the latest text that may contain emphasis, links and code. */
  readonly runOffset: number;
  /** The length of a row that becomes the head of a table if a delimiter row follows, or else 0. */
  readonly headLength: number;
}

/** Reads the lines of one block, and keeps track of what is open after them. */
export interface BlockReader {
  /** Reads the next line, including its line break. */
  readLine(line: string): void;
  /** Tells whether the next line begins another block. For half a line, the answer is yes only if the rest cannot change it. */
  endsBefore(line: string): boolean;
  state(): BlockState;
}

const tab = '    ';
const quoteMarker = /^ {0,3}>/;
const indented = /^[ \t]/;

/** Creates a reader for a block that begins with the next line. */
export function createBlockReader(): BlockReader {
  const tag = createOpenTag();
  let kind: MarkdownKind | undefined;
  let length = 0;
  let fence: Fence | undefined;
  /** What ends the raw HTML that is open. */
  let rawEnd: RegExp | undefined;
  let isIndentedCode = false;
  let isMathOpen = false;
  /** The indentation of the content of the latest list item, or 0 if there is none. */
  let itemIndent = 0;
  /** Whether a blank line or the end of a fence came last. */
  let mayEnd = false;
  /** Whether the next line cannot continue the text of the latest line. */
  let isAfterRun = true;
  let runOffset = 0;
  /** The latest line, if a delimiter row below it would make it the head of a table. */
  let head: string | undefined;

  const isInItem = (line: string) => itemIndent > 0 && indentOf(line) >= itemIndent;

  /** Returns the marks of the fence that a line opens outside of quotes and list items. */
  const findTopFence = (line: string): string | undefined => {
    if (indentOf(line) > 3 || isInItem(line)) return undefined;
    return findMarks(line.trimStart());
  };

  /** Closes the open fence if the line does. */
  const readFencedLine = ({ marks, container }: Fence, line: string) => {
    const content = container ? line.replace(/^[ \t>]+/, '') : line;
    const closing = closingFence.exec(content)?.[1] ?? '';
    if (closing.startsWith(marks)) {
      fence = undefined;
      mayEnd = container === '';
      isAfterRun = true;
    }
  };

  const readBlankLine = () => {
    mayEnd = kind !== undefined;
    isAfterRun = true;
    head = undefined;
  };

  /** Reads a line outside of quotes and list items that opens no fence. Returns the kind of a block that begins with it. */
  const readTopLine = (line: string): MarkdownKind => {
    rawEnd = findRawEnd(line);
    const isHtml = rawEnd !== undefined || tag.open(line);
    if (isHtml) {
      rawEnd ??= blankLine;
      if (rawEnd.test(line)) rawEnd = undefined;
    }
    if (isHtml || mayEnd || heading.test(line)) itemIndent = 0;
    // Text below a footnote belongs to it if it is indented as code is elsewhere.
    if (footnote.test(line)) itemIndent = 4;
    return isHtml ? 'html' : 'text';
  };

  /** Reads a line that is not blank, and returns the kind of a block that begins with it. */
  const readContent = (line: string): MarkdownKind => {
    const topMarks = findTopFence(line);
    if (topMarks) {
      fence = { marks: topMarks, container: '' };
      itemIndent = 0;
      return 'code';
    }
    const isInside = isInItem(line);
    if (!isInside && indentOf(line) > 3) {
      isIndentedCode = isAfterRun;
      if (isIndentedCode) return 'code';
    }
    const container = containerMarkers.exec(line)![0];
    const content = line.slice(container.length);
    const item = isInside ? undefined : listMarker.exec(line)?.[0];
    const marks = findMarks(content);
    if (item) itemIndent = item.trimEnd() === item ? item.length + 1 : item.length;
    if (marks) fence = { marks, container };
    if (isMathOpen || content.startsWith('$$')) isMathOpen = isMathOpen !== (content.split('$$').length % 2 === 0);
    if (item) return 'list';
    if (!isInside && !container.trim()) return readTopLine(line);
    if (!isInside) itemIndent = 0;
    return 'text';
  };

  const readLine = (line: string) => {
    const offset = length;
    length += line.length;
    isIndentedCode = false;
    tag.readLine(line);
    // A quote ends with its last line, and the fence in it with the quote.
    if (fence?.container.includes('>') && !quoteMarker.test(line)) fence = undefined;
    if (fence) {
      readFencedLine(fence, line);
      return;
    }
    if (rawEnd) {
      if (rawEnd.test(line)) rawEnd = undefined;
      mayEnd = blankLine.test(line);
      isAfterRun = true;
      return;
    }
    if (blankLine.test(line)) {
      readBlankLine();
      return;
    }
    const headBefore = head;
    head = isAfterRun && line.includes('|') ? line : undefined;
    const startsRun = isAfterRun || runStart.test(line);
    if (startsRun) runOffset = offset;
    const lineKind = readContent(line);
    kind ??= lineKind;
    if (headBefore && kind === 'text' && delimiterRow.test(line)) kind = 'table';
    mayEnd = false;
    isAfterRun = isIndentedCode || kind === 'table' || heading.test(line);
  };

  return {
    readLine,
    endsBefore: (line) => {
      if (!kind || fence || rawEnd || isMathOpen || tag.isOpen()) return false;
      if (line.endsWith('\n') && findTopFence(line)) return true;
      if (!mayEnd || blankLine.test(line) || indented.test(line)) return false;
      return itemIndent === 0 || !(listMarker.test(line) || halfListMarker.test(line));
    },
    state: () => ({
      kind: kind ?? 'text',
      length,
      fence,
      isLiteral: isIndentedCode || rawEnd !== undefined,
      isMathOpen,
      runOffset,
      headLength: head?.startsWith('|') && !isAfterRun ? head.length : 0,
    }),
  };
}

/** Returns the width of the white space that a line begins with. */
function indentOf(line: string): number {
  return line.replaceAll('\t', tab).search(/[^ ]|$/);
}

/** Returns the marks of the fence that the content of a line opens. */
function findMarks(content: string): string | undefined {
  const found = openingFence.exec(content);
  return found?.[1] ?? found?.[2];
}
