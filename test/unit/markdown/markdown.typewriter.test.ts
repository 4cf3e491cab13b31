import { expect, test } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { markdown } from 'react-streamed/markdown';
import { createManualClock } from 'react-streamed/testing';
import { makeAnswers } from '../../support/markdown/answers.ts';
import { listBlocks, readMarkdown } from '../../support/markdown/renderInBlocks.ts';

function start() {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, split: markdown, reducedMotion: 'ignore', initial: 'type' });
  const shown: string[] = [];
  const announcements: string[] = [];
  typewriter.subscribe(() => {
    const { text, announcement } = typewriter.getSnapshot();
    shown.push(text);
    if (announcement !== announcements.at(-1)) announcements.push(announcement);
  });
  return { clock, typewriter, shown, announcements };
}

/** Tells whether a text ends inside a marker of its source. In code there are none. */
function endsInMarker(text: string, source: string): boolean {
  const tail = readMarkdown([text]).tail?.text ?? '';
  const last = text.at(-1) ?? '';
  const isCode = /```|~~~|^ {4}/m.test(tail);
  return !isCode && '*_~`$'.includes(last) && source[text.length] === last;
}

test('never shows half a marker, and cuts the text as markdown() does', () => {
  for (const answer of makeAnswers(12)) {
    const { clock, typewriter, shown } = start();
    for (let index = 0; index < answer.length; index += 9) {
      typewriter.append(answer.slice(index, index + 9));
      clock.advance(40);
    }
    expect(shown.filter((text) => text && endsInMarker(text, answer))).toEqual([]);
    typewriter.end();
    clock.advance(1000);
    const { blocks, tail, text } = typewriter.getSnapshot();
    expect(text).toBe(answer);
    expect([...blocks, tail]).toEqual(listBlocks(readMarkdown([answer])).map((block) => block.text));
  }
});

test('never takes back what was shown', () => {
  for (const answer of makeAnswers(12)) {
    const { clock, typewriter, shown } = start();
    for (const character of answer) {
      typewriter.append(character);
      clock.advance(10);
    }
    for (const [index, text] of shown.entries()) expect(text.startsWith(shown[index - 1] ?? '')).toBe(true);
  }
});

test.each([
  ['# Title\n', 'Title\n'],
  ['This is **very *important***, see [the guide](https://example.com). ', 'This is very important, see the guide. '],
  ['- one `two`\n', 'one two\n'],
  ['- [x] done\n', 'done\n'],
  ['1. first\n', '1. first\n'],
  ['> quoted ~~text~~\n', 'quoted text\n'],
  ['![A panda](panda.jpg) sits. ', 'A panda sits. '],
  ['这是**重点**。', '这是重点。'],
  ['my_file_name is 2 * 3. ', 'my_file_name is 2 * 3. '],
  ['| a | b |\n', ' a  b \n'],
  ['```js\n', '\n'],
  ['|---|:-:|\n', '\n'],
  ['H<sub>2</sub>O. ', 'H2O. '],
])('announces %j without markers', (text, announced) => {
  const { clock, typewriter, announcements } = start();
  typewriter.append(`${text}x`);
  clock.advance(5000);
  expect(announcements.join('')).toBe(announced);
});
