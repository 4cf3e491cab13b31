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
export function textLength(count) {
  let length = 0;
  for (let index = 0; index < count; index++) length += tokenAt(index).length;
  return length;
}
