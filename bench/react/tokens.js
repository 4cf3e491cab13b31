const words =
  'the of stream answer paragraph and to in a model writes one token after another until it ends because people read while it is written so that nothing waits'.split(
    ' ',
  );
/** How many tokens a paragraph has, its blank line included. */
const paragraphLength = 120;

/** Gives the token of a number: always the same word with its space, or the blank line between two paragraphs. */
export function tokenAt(index) {
  if (index % paragraphLength === paragraphLength - 1) return '\n\n';
  return ` ${words[(index * 7919) % words.length]}`;
}

/** The length of the text that the first `count` tokens make. */
export function textLength(count, token = tokenAt) {
  let length = 0;
  for (let index = 0; index < count; index++) length += token(index).length;
  return length;
}

const markdownParagraph = [
  '## A heading of a few words\n\n',
  'The **answer** has *emphasis*, `code` and a [link](https://example.com/).',
  ' It is written one token after another, as models do.\n\n',
  '- an item of a list\n- another one with `code`\n- a third one\n\n',
  '```js\nconst answer = await fetch("/chat");\n```\n\n',
]
  .join('')
  .match(/\s*\S+\s?/g);

/** Gives the token of a number in a text of Markdown, which repeats a heading, a paragraph, a list and a block of code. */
export function markdownTokenAt(index) {
  return markdownParagraph[index % markdownParagraph.length];
}
