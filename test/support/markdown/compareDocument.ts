import { readMarkdown, renderInBlocks, renderWhole } from './renderInBlocks.ts';

/** Line breaks between blocks are not part of a page. */
const normalize = (html: string) => html.trim().replaceAll(/\n+/g, '\n');

/** Tells whether a document looks the same in blocks and as a whole. */
export function isSameInBlocks(document: string): boolean {
  return normalize(renderInBlocks(readMarkdown([document]))) === normalize(renderWhole(document));
}
