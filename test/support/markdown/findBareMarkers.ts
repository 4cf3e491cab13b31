import { completeMarkdown, markdown, type MarkdownBlock, type MarkdownOptions } from 'react-streamed/markdown';
import { listBlocks, readMarkdown, renderWhole } from './renderInBlocks.ts';

const markers = ['**', '](', '`', '~~', '!['];

/** Returns what a reader sees of a text, without its code. */
function visibleText(text: string): string {
  return renderWhole(text).replaceAll(/<pre>[^]*?<\/pre>|<code[^>]*>[^]*?<\/code>|<!--[^]*?-->|<[^>]*>/g, '');
}

/** Returns the markers that a reader sees in a text, except those in the finished one. */
function findBareMarkers(text: string, finished: string): string[] {
  const seen = visibleText(text);
  return markers.filter((marker) => seen.includes(marker) && !visibleText(finished).includes(marker));
}

/** Reads an answer in single characters, and returns each completed tail with a marker that the finished block does not show. */
export function findBareMarkersOfPrefixes(answer: string, options: MarkdownOptions): string[] {
  const finished = new Map(listBlocks(readMarkdown([answer])).map(({ key, text }) => [key, text]));
  const accumulator = markdown(options);
  const state = accumulator.create();
  let last: MarkdownBlock | undefined;
  return answer.split('').flatMap((character) => {
    accumulator.add(state, character);
    const { tail } = accumulator.snapshot(state);
    if (!tail || tail === last) return [];
    last = tail;
    const completed = completeMarkdown(tail.text);
    return findBareMarkers(completed, finished.get(tail.key)!).length > 0 ? [completed] : [];
  });
}
