import type { BlockState } from './createBlockReader.ts';
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

/** In a longer block, definitions are looked for when it has ended, because each search takes time in proportion to its length. */
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
  /** The text of the finished blocks, and their definitions. */
  let finished = '';
  let definitions = '';
  /** The open block in two parts. The first is never searched, because each search would copy it. */
  let body = '';
  let recent = '';
  /** The definitions of the open block. */
  let openDefinitions = '';
  let isOpen = true;

  const finish = ({ length, kind }: BlockState) => {
    const open = body + recent;
    const text = open.slice(0, length);
    finishedBlocks.push({ key: finished.length, text, kind, isOpen: false });
    readBlocks = createCopy(finishedBlocks);
    finished += text;
    definitions += definitionsOf(kind, text);
    body = '';
    recent = open.slice(length);
  };
  const readOpenDefinitions = () => {
    if (isOpen && body.length > longestSearched) return;
    const { kind, length } = reader.openBlock();
    const open = body + recent;
    openDefinitions = definitionsOf(kind, isOpen ? open.slice(0, length) : open);
  };

  return {
    append: (text) => {
      recent += text;
      reader.push(text).forEach(finish);
      body += recent.slice(0, -longestHeld);
      recent = recent.slice(-longestHeld);
      isOpen = true;
    },
    end: () => {
      isOpen = false;
    },
    snapshot: () => {
      readOpenDefinitions();
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
