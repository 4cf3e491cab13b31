import type { Accumulator } from '../core/items/accumulators/Accumulator.ts';
import type { TextSplitter } from '../core/text/TextSplitter.ts';
import { createMarkdownAccumulator, type MarkdownOptions } from './createMarkdownAccumulator.ts';
import { createMarkdownReader } from './createMarkdownReader.ts';
import type { StreamedMarkdown } from './StreamedMarkdown.ts';
import { toPlainText } from './toPlainText.ts';

/** `markdown`: call it for an accumulator, or pass it as `split`. */
export interface Markdown extends TextSplitter {
  /** Creates an accumulator that joins the items into a Markdown text and cuts it into blocks that can be rendered apart. */
  (options?: MarkdownOptions): Accumulator<unknown, StreamedMarkdown>;
}

/**
 * Cuts Markdown into blocks that can be rendered apart: `accumulate: markdown()` in a stream, `split: markdown` in
 * `blocks()` and `useTypewriter`.
 */
export const markdown: Markdown = /* @__PURE__ */ Object.assign(
  (options: MarkdownOptions = {}) => createMarkdownAccumulator(options),
  {
    createCutter: () => {
      const { push, heldLength } = createMarkdownReader();
      return { push: (text: string) => push(text).map(({ length }) => length), heldLength };
    },
    toPlainText,
  },
);
