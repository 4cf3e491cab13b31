import { importSource } from '../support/importSource.js';

/**
 * Makes Markdown of a length: answers of the tests, again and again. They are without footnotes, because Streamdown does not
 * cut a text that has one.
 */
export async function makeText(length) {
  const { makeAnswers } = await importSource('../test/support/markdown/answers.ts');
  const answers = makeAnswers(150)
    .filter((answer) => !answer.includes('[^'))
    .join('\n\n');
  return `${answers}\n\n`.repeat(Math.ceil(length / answers.length)).slice(0, length);
}
