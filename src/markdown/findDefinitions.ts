import { footnote } from './linePatterns.ts';

/** A definition of a link at the start of a paragraph, in a quote or a list item if white space or `>` precede it. */
const linkDefinition =
  /^[ \t>]*(\[(?!\^|\s*\])(?:[^[\]\\]|\\[^])+\]:\s*(?:<[^<>\n]*>|[^\s<]\S*)(?:\s+(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)))?)[ \t]*(?:[\r\n]+|$)/;

const blankLines = /(?:\n|\r\n?)(?:[ \t>]*(?:\n|\r\n?))+/;

/** Returns the definitions of links and footnotes in a block that is not code, each followed by a line break. */
export function findDefinitions(block: string): string {
  // A footnote takes all that follows it in its block.
  if (footnote.test(block)) return `${block.trimEnd()}\n`;
  if (!block.includes(']:')) return '';
  let definitions = '';
  for (const paragraph of block.split(blankLines)) {
    let rest = paragraph;
    let found = linkDefinition.exec(rest);
    while (found) {
      definitions += `${found[1]}\n`;
      rest = rest.slice(found[0].length);
      found = linkDefinition.exec(rest);
    }
  }
  return definitions;
}
