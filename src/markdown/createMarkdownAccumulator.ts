import type { Accumulator } from '../core/items/accumulators/Accumulator.ts';
import { createMarkdownText, type MarkdownText } from './createMarkdownText.ts';
import type { StreamedMarkdown } from './StreamedMarkdown.ts';

/** Options of `markdown`. */
export interface MarkdownOptions {
  /**
   * Whether half a marker at the end of the text is left out while the text grows: at most 80 characters, and one line
   * break.
   *
   * @default true
   */
  hold?: boolean | undefined;
}

/** Creates an accumulator that cuts Markdown into blocks. */
export function createMarkdownAccumulator({ hold = true }: MarkdownOptions): Accumulator<unknown, StreamedMarkdown> {
  const accumulator: Accumulator<unknown, StreamedMarkdown, MarkdownText> = {
    create: () => createMarkdownText(hold),
    add: (text, item) => text.append(String(item)),
    end: (text) => text.end(),
    snapshot: (text) => text.snapshot(),
    restore: (data) => {
      const text = createMarkdownText(hold);
      text.append(data.text);
      // Nothing is held back before more arrives.
      text.end();
      return text;
    },
  };
  return accumulator;
}
