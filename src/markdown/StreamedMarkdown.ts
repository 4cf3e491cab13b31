import type { MarkdownKind } from './MarkdownKind.ts';

/** A part of a Markdown text that can be rendered apart from the others. */
export interface MarkdownBlock {
  /** The place of the block in the text, in UTF-16 code units. Use it as React's `key`. */
  readonly key: number;
  /** The Markdown of the block, including the blank lines after it. */
  readonly text: string;
  /** What the block begins with. */
  readonly kind: MarkdownKind;
  /** Whether the block may still grow. */
  readonly isOpen: boolean;
}

/** A growing Markdown text in blocks: `blocks.map((block) => block.text).join('') + (tail?.text ?? '') === text`. */
export interface StreamedMarkdown {
  /** The text so far. While it grows, it does not end with half a marker, unless `hold` is false. */
  readonly text: string;
  /** The finished blocks, each of them the same object for ever. The array changes only if a block is added. */
  readonly blocks: readonly MarkdownBlock[];
  /** The last block, which may still grow, or `undefined` while the text is empty. */
  readonly tail: MarkdownBlock | undefined;
  /** The definitions of links and footnotes, which act on all blocks. It changes only if one is added. */
  readonly definitions: string;
}
