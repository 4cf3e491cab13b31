import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { endsAtBoundary } from '../../support/endsAtBoundary.ts';
import { texts } from '../../support/texts.ts';

function setUp(text: string, options: TypewriterOptions = {}) {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, text, isStreaming: true, ...options });
  return { clock, typewriter, shown: () => typewriter.getSnapshot().text };
}

test.each(['diff', 'restart', 'show'] as const)('keeps typing if a text continues the one before (%s)', (onReplace) => {
  const { clock, typewriter, shown } = setUp('One. ', { onReplace });
  typewriter.setText('One. Two. ');
  expect(shown()).toBe('One. ');
  clock.advance(700);
  expect(shown()).toBe('One. Two. ');
});

test('keeps what a replaced text has in common, and types the rest', () => {
  const { clock, typewriter, shown } = setUp('The quick brown fox jumps over the lazy dog.');
  typewriter.setText('The quick brown bear sleeps all winter long.');
  expect(typewriter.getSnapshot()).toMatchObject({
    text: 'The quick brown ',
    tail: 'The quick brown ',
    isTyping: true,
  });
  clock.advance(700);
  expect(shown()).toBe('The quick brown bear sleeps all winter long.');
});

test('cuts what is kept back to a whole grapheme', () => {
  const { typewriter, shown } = setUp('wave 👋🏽');
  typewriter.setText('wave 👋🏿');
  expect(shown()).toBe('wave ');
});

test('shows a text that was cut short without a wait', () => {
  const { typewriter, shown } = setUp('One. Two.');
  typewriter.setText('One.');
  expect(shown()).toBe('One.');
  typewriter.setText('');
  expect(shown()).toBe('');
});

test('keeps what is visible if only waiting text is replaced', () => {
  const { clock, typewriter, shown } = setUp('', { graphemesPerSecond: 20 });
  typewriter.setText('One two three four');
  clock.advance(300);
  const before = shown();
  expect(before.length).toBeGreaterThan(3);
  typewriter.setText('One two 3 4');
  expect(shown()).toBe(before);
  clock.advance(5000);
  expect(shown()).toBe('One two 3 4');
});

test('makes headway on a text whose last character is replaced with each frame', () => {
  const { clock, typewriter, shown } = setUp('', { graphemesPerSecond: 20 });
  for (let count = 1; count < 120; count++) {
    typewriter.setText(`${'x'.repeat(count)}▍`);
    clock.advanceFrame();
  }
  expect(shown().length).toBeGreaterThan(36);
});

test('types all of a replaced text with `onReplace: restart`', () => {
  const { clock, typewriter, shown } = setUp('One. Two.', { onReplace: 'restart' });
  typewriter.setText('One. Three.');
  expect(shown()).toBe('');
  clock.advance(700);
  expect(shown()).toBe('One. Three.');
});

test('shows all of a replaced text with `onReplace: show`', () => {
  const { typewriter, shown } = setUp('One. Two.', { onReplace: 'show' });
  typewriter.setText('One. Three.');
  expect(shown()).toBe('One. Three.');
});

test('shows a replaced text while paused', () => {
  const { clock, typewriter, shown } = setUp('One. Two.', { paused: true });
  const seen: string[] = [];
  typewriter.subscribe(() => seen.push(shown()));
  typewriter.setText('One. Three.');
  expect(seen).toEqual(['One. T']);
  expect(clock.pending).toBe(0);
});

test('shows a prefix of the latest of any texts, at a true boundary, and all of it in the end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(texts, texts, fc.nat({ max: 24 })), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('diff', 'restart', 'show'),
      fc.constantFrom('auto' as const, 100),
      (changes, onReplace, graphemesPerSecond) => {
        const { clock, typewriter, shown } = setUp('', { onReplace, graphemesPerSecond });
        let text = '';
        // A text that was shown as a whole stays shown when it grows, although the new part may join its last grapheme.
        const whole: string[] = [];
        for (const [kept, added, gap] of changes) {
          whole.push(text);
          text = text.slice(0, kept.length) + added;
          typewriter.setText(text);
          for (const wait of [0, gap]) {
            clock.advance(wait);
            expect(text.startsWith(shown())).toBe(true);
            const { blocks, tail } = typewriter.getSnapshot();
            expect(blocks.join('') + tail).toBe(shown());
            if (onReplace !== 'show' && !whole.includes(shown()))
              expect(text).toSatisfy((text) => endsAtBoundary(shown(), text));
          }
        }
        typewriter.skip();
        typewriter.end();
        clock.advance(100_000);
        expect(typewriter.getSnapshot()).toMatchObject({ text, isTyping: false });
      },
    ),
    {
      numRuns: 300,
      examples: [
        [
          [
            ['a', '👩‍👩‍👧‍👦\0', 17],
            ['\u1100\u1161\u11a8', '', 0],
            ['', '👩‍👩‍👧‍👦', 0],
          ],
          'diff',
          'auto',
        ],
      ],
    },
  );
});
