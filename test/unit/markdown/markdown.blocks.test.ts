import { describe, expect, test } from 'vitest';
import { markdown, type StreamedMarkdown } from 'react-streamed/markdown';

/** Reads a text in one piece and returns what is shown while it grows. */
function read(text: string): StreamedMarkdown {
  const accumulator = markdown({ hold: false });
  const state = accumulator.create();
  accumulator.add(state, text);
  return accumulator.snapshot(state);
}

const textsOf = (text: string) => {
  const { blocks, tail } = read(text);
  return [...blocks, ...(tail ? [tail] : [])].map((block) => block.text);
};

describe('markdown()', () => {
  test('begins empty', () => {
    expect(read('')).toEqual({ text: '', blocks: [], tail: undefined, definitions: '' });
  });

  test('cuts before the line after a blank line', () => {
    expect(read('# One\n\nTwo\nstill two\n\nThree')).toEqual({
      text: '# One\n\nTwo\nstill two\n\nThree',
      blocks: [
        { key: 0, text: '# One\n\n', kind: 'text', isOpen: false },
        { key: 7, text: 'Two\nstill two\n\n', kind: 'text', isOpen: false },
      ],
      tail: { key: 22, text: 'Three', kind: 'text', isOpen: true },
      definitions: '',
    });
  });

  test.each([
    ['a fence', ['```js\na\n\nb\n```\n', 'c']],
    ['a longer fence', ['````\n```\n\n```\n````\n', 'c']],
    ['a fence of tildes', ['~~~\n```\n\n~~~\n', 'c']],
    ['a fence below a paragraph', ['Run:\n', '```\na\n\nb\n```\n', 'c']],
    ['a list', ['- a\n\n- b\n\n  c\n\n', 'd']],
    ['a list with a fence', ['1. a\n\n   ```\n   b\n\n   c\n   ```\n\n2. d\n\n', 'e']],
    ['a fence after a list item', ['1. a\n\n', '```\nb\n\nc\n```\n', '2. d']],
    ['a table', ['| a |\n|---|\n| b |\n\n', 'c']],
    ['an element of HTML', ['<details>\n\n<div>\n\na\n\n</div>\n\n</details>\n\n', 'b']],
    ['a comment', ['<!-- a\n\nb -->\n\n', 'c']],
    ['code in HTML', ['<pre>\na\n\nb</pre>\n\n', 'c']],
    ['math', ['$$\na\n\nb\n$$\n\n', 'c']],
    ['a quote', ['> a\nb\n\n', '> c']],
    ['a footnote', ['[^1]: a\n\n    b\n\n', 'c']],
    ['indented code', ['    a\n\n    b\n\n', 'c']],
    ['an inline element', ['<b>a</b>\n\n', 'b']],
    ['two kinds of line breaks', ['a\r\n\r\n', 'b\n\n', 'c']],
  ])('keeps %s whole', (_, texts) => {
    expect(textsOf(texts.join(''))).toEqual(texts);
  });

  test.each([
    ['```js\na', 'code'],
    ['~~~', 'code'],
    ['    a\n', 'code'],
    ['- a\n', 'list'],
    ['12) a\n', 'list'],
    ['| a |\n|---|\n', 'table'],
    ['a | b\n:-: | -\n', 'table'],
    ['a\n---\n', 'text'],
    ['<div>\n', 'html'],
    ['<!-- a\n', 'html'],
    ['<b>a</b>\n', 'text'],
    ['# a\n', 'text'],
    ['> - a\n', 'text'],
    ['2024\n', 'text'],
  ])('tells what %j begins with', (text, kind) => {
    expect(read(text).tail?.kind).toBe(kind);
  });

  test('keeps finished blocks, their array and the tail until they change', () => {
    const accumulator = markdown();
    const state = accumulator.create();
    accumulator.add(state, 'One\n\nTwo');
    const first = accumulator.snapshot(state);
    accumulator.add(state, '*');
    const second = accumulator.snapshot(state);
    expect(second.blocks).toBe(first.blocks);
    expect(second.tail).toBe(first.tail);
    accumulator.add(state, '*bold**\n\nThree');
    const third = accumulator.snapshot(state);
    expect(third.blocks[0]).toBe(first.blocks[0]);
    expect(third.blocks).toHaveLength(2);
    expect(first.blocks).toHaveLength(1);
  });

  test('says that nothing is open any more when the stream has ended, and continues if it is opened again', () => {
    const accumulator = markdown();
    const state = accumulator.create();
    accumulator.add(state, 'One\n\nTwo **');
    expect(accumulator.snapshot(state).tail).toEqual({ key: 5, text: 'Two ', kind: 'text', isOpen: true });
    accumulator.end!(state);
    expect(accumulator.snapshot(state).tail).toEqual({ key: 5, text: 'Two **', kind: 'text', isOpen: false });
    accumulator.add(state, 'more**');
    expect(accumulator.snapshot(state).tail).toMatchObject({ text: 'Two **more', isOpen: true });
  });
});

test('starts from data that was there before, and holds nothing of it back', () => {
  const accumulator = markdown();
  const state = accumulator.restore!(read('One\n\n[a]: /a\n\nTwo **'));
  expect(accumulator.snapshot(state)).toMatchObject({
    text: 'One\n\n[a]: /a\n\nTwo **',
    tail: { text: 'Two **', isOpen: false },
    definitions: '[a]: /a\n',
  });
  accumulator.add(state, 'bold**\n\nThree');
  expect(accumulator.snapshot(state).blocks[2]).toEqual({
    key: 14,
    text: 'Two **bold**\n\n',
    kind: 'text',
    isOpen: false,
  });
});

describe('the definitions', () => {
  test('are those of links and footnotes, with their titles', () => {
    const text = '[a]: /a\n[b]: <b c>\n  "title"\n\n[^1]: A *note*.\n\n    More.\n\n> [c]: /c\n\nText\n[d]: /d\n\nend';
    expect(read(text).definitions).toBe('[a]: /a\n[b]: <b c>\n  "title"\n[^1]: A *note*.\n\n    More.\n[c]: /c\n');
  });

  test.each(['```\n[a]: /a\n```\n\nb', '[a]: /a b\n\nb', '[ ]: /a\n\nb', '[a](b): c\n\nd', '<!--\n[a]: /a\n-->\n\nb'])(
    'are none in %j',
    (text) => {
      expect(read(text).definitions).toBe('');
    },
  );

  test('are known after each whole line of the tail, and after its last line at the end', () => {
    const accumulator = markdown();
    const state = accumulator.create();
    const add = (text: string) => {
      accumulator.add(state, text);
      return accumulator.snapshot(state).definitions;
    };
    expect(add('Text.\n\n[a]: /a')).toBe('');
    expect(add('\n[b]:')).toBe('[a]: /a\n');
    expect(add(' /b')).toBe('[a]: /a\n');
    accumulator.end!(state);
    expect(accumulator.snapshot(state).definitions).toBe('[a]: /a\n[b]: /b\n');
  });
});
