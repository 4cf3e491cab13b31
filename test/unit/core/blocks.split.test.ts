import { expect, test } from 'vitest';
import { blocks, createFetchStream, createTypewriter, type TextSplitter } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';

/** Cuts after each semicolon, holds an asterisk at the end of the text, and removes asterisks from plain text. */
const statements: TextSplitter = {
  createCutter: () => {
    let open = '';
    return {
      push: (text) => {
        const ended = (open + text).split(';');
        open = ended.pop()!;
        return ended.map(({ length }) => length + 1);
      },
      heldLength: () => (open.endsWith('*') ? 1 : 0),
    };
  },
  toPlainText: (text) => text.replaceAll('*', ''),
};

test('cuts the text of a stream with the splitter that it is given', async () => {
  const mock = createMockStream();
  const clock = createManualClock();
  const stream = createFetchStream('/program', {
    fetch: mock.fetch,
    clock,
    accumulate: blocks({ split: statements }),
  });
  void stream.start();
  const request = await mock.nextRequest();
  request.respond().text('a = 1;b =');
  await clock.advanceFrameAsync();
  expect(stream.getSnapshot().data).toEqual({ text: 'a = 1;b =', blocks: ['a = 1;'], tail: 'b =' });
  request.text(' 2;c').end();
  await clock.advanceFrameAsync();
  expect(stream.getSnapshot().data).toEqual({ text: 'a = 1;b = 2;c', blocks: ['a = 1;', 'b = 2;'], tail: 'c' });
});

function type(text: string, options: { isStreaming: boolean }) {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, split: statements, reducedMotion: 'ignore', ...options });
  const unsubscribe = typewriter.subscribe(() => {});
  typewriter.append(text);
  clock.advance(5000);
  return { clock, typewriter, unsubscribe };
}

test('cuts the text of a typewriter, and the rest of a text that was cut back', () => {
  const { clock, typewriter } = type('one;two;three', { isStreaming: false });
  expect(typewriter.getSnapshot()).toMatchObject({ blocks: ['one;', 'two;'], tail: 'three' });
  typewriter.setText('one;t;four');
  clock.advance(5000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'one;t;four', blocks: ['one;', 't;'], tail: 'four' });
});

test('does not show half a marker while the text of a typewriter grows', () => {
  const { clock, typewriter } = type('one;two*', { isStreaming: true });
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'one;two', blocks: ['one;'], tail: 'two', isTyping: true });
  typewriter.append('* three');
  clock.advance(5000);
  expect(typewriter.getSnapshot().tail).toBe('two** three');
  typewriter.append('*');
  clock.advance(5000);
  expect(typewriter.getSnapshot().tail).toBe('two** three');
  typewriter.setOptions({ clock, reducedMotion: 'ignore', isStreaming: false });
  clock.advance(5000);
  expect(typewriter.getSnapshot()).toMatchObject({ tail: 'two** three*', isTyping: false });
});

test('does not show half a marker of a text that is shown at once', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, split: statements, isStreaming: true, onReplace: 'show', text: 'one;' });
  typewriter.setText('two;three*');
  clock.advance(100);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'two;three', blocks: ['two;'], tail: 'three' });
});

test('types half a marker again that was hidden when the text was replaced', () => {
  const { clock, typewriter } = type('one;two*', { isStreaming: true });
  typewriter.setText('one;two*more');
  clock.advance(5000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'one;two*more', tail: 'two*more' });
  typewriter.setText('one;two*less');
  clock.advance(5000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'one;two*less', tail: 'two*less' });
});

test('announces the text without markup', () => {
  const { typewriter } = type('*One* sentence. ', { isStreaming: true });
  expect(typewriter.getSnapshot().announcement).toBe('One sentence. ');
});
