import { createMarkdownReader } from './createMarkdownReader.ts';
import { findDefinitions } from './findDefinitions.ts';
import { longestHeld } from './findHeldLength.ts';
import type { MarkdownKind } from './MarkdownKind.ts';
import type { MarkdownBlock, StreamedMarkdown } from './StreamedMarkdown.ts';

/** A growing Markdown text. */
export interface MarkdownText {
  /** Adds to the end of the text. */
  append(text: string): void;
  /** Says that the text will not grow, until more is appended. */
  end(): void;
  snapshot(): StreamedMarkdown;
}

const lineBreak = /[\r\n]/;

/** The definitions of a longer block are looked for when it has ended, because each search takes time in proportion to its length. */
const longestSearched = 10_000;

/**
 * Creates an empty text.
 *
 * @param hold - whether half a marker at the end is left out while the text grows.
 */
export function createMarkdownText(hold: boolean): MarkdownText {
  const reader = createMarkdownReader();
  const finishedBlocks: MarkdownBlock[] = [];
  /** Returns the blocks that are finished now, even if it is called later. */
  let readBlocks = createCopy(finishedBlocks);
  let tail: MarkdownBlock | undefined;
  /** What was added since the latest snapshot. */
  let added = '';
  /** The text of the finished blocks, and their definitions. */
  let finished = '';
  let definitions = '';
  /** The open block in two parts. The first is never searched, because each search would copy it. */
  let body = '';
  let recent = '';
  /** The definitions of the open block. They are looked for after each line break. */
  let openDefinitions = '';
  let isOpen = true;

  const finish = (length: number, kind: MarkdownKind) => {
    const open = body + recent;
    const text = open.slice(0, length);
    finishedBlocks.push({ key: finished.length, text, kind, isOpen: false });
    finished += text;
    definitions += definitionsOf(kind, text);
    body = '';
    recent = open.slice(length);
  };

  const readAdded = () => {
    const ended = reader.push(added);
    recent += added;
    for (const { length, kind } of ended) finish(length, kind);
    if (ended.length > 0) readBlocks = createCopy(finishedBlocks);
    body += recent.slice(0, -longestHeld);
    recent = recent.slice(-longestHeld);
    if (ended.length > 0) openDefinitions = '';
    if (lineBreak.test(added) && body.length < longestSearched) openDefinitions = readOpenDefinitions();
    added = '';
  };

  const readOpenDefinitions = () => {
    const { kind, length, mayDefine } = reader.openBlock();
    if (!mayDefine) return '';
    const open = body + recent;
    return definitionsOf(kind, isOpen ? open.slice(0, length) : open);
  };

  return {
    append: (text) => {
      added += text;
      isOpen = true;
    },
    end: () => {
      isOpen = false;
    },
    snapshot: () => {
      if (added) readAdded();
      if (!isOpen) openDefinitions = readOpenDefinitions();
      const held = hold && isOpen ? reader.heldLength() : 0;
      const kind = reader.kind();
      const text = body + recent.slice(0, recent.length - held);
      const next = { key: finished.length, text, kind, isOpen };
      if (!text) tail = undefined;
      else if (!tail || !isSame(tail, next)) tail = next;
      const copy = readBlocks;
      return {
        text: finished + text,
        get blocks() {
          return copy();
        },
        tail,
        definitions: definitions + openDefinitions,
      };
    },
  };
}

/** Copies the array as it is now when the copy is first read. A copy for each added item would take quadratic time. */
function createCopy<Item>(items: readonly Item[]): () => readonly Item[] {
  const { length } = items;
  let copy: readonly Item[] | undefined;
  return () => {
    copy ??= items.slice(0, length);
    return copy;
  };
}

function definitionsOf(kind: MarkdownKind, text: string): string {
  return kind === 'code' || kind === 'html' ? '' : findDefinitions(text);
}

function isSame(a: MarkdownBlock, b: MarkdownBlock): boolean {
  return a.text === b.text && a.kind === b.kind && a.isOpen === b.isOpen && a.key === b.key;
}
