import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { endsAtBoundary } from '../../support/endsAtBoundary.ts';
import { texts } from '../../support/texts.ts';

test('ends at a boundary of what has arrived on 400 random texts cut anywhere, and shows all at the end', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 140 }))),
      fc.constantFrom('grapheme', 'word'),
      (text, steps, by) => {
        const clock = createManualClock();
        const typewriter = createTypewriter({ clock, by });
        const shown = () => typewriter.getSnapshot().text;
        let arrived = 0;
        for (const [length, gap] of [...steps, [text.length, 0] as const]) {
          typewriter.append(text.slice(arrived, arrived + length));
          arrived = Math.min(text.length, arrived + length);
          clock.advance(gap);
          expect(text.slice(0, arrived)).toSatisfy((text) => endsAtBoundary(shown(), text));
        }
        typewriter.end();
        clock.advance(300);
        expect(typewriter.getSnapshot()).toMatchObject({ text, isTyping: false });
        expect(clock.pending).toBe(0);
      },
    ),
    { numRuns: 400 },
  );
});

test('never shows part of a family that arrives in code units, 20 ms each', () => {
  const family = '👩‍👩‍👧‍👦';
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  for (const unit of family.split('')) {
    typewriter.append(unit);
    clock.advance(20);
    expect(typewriter.getSnapshot().text).toBe('');
  }
  typewriter.append('!');
  clock.advance(100);
  expect(typewriter.getSnapshot().text).toBe(`${family}!`);
});

test('shows a grapheme that could grow after 150 ms of silence', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  typewriter.append('👩');
  clock.advance(149);
  expect(typewriter.getSnapshot().text).toBe('');
  clock.advance(1);
  expect(typewriter.getSnapshot().text).toBe('👩');
  expect(clock.pending).toBe(0);
});

test('shows a grapheme that could grow at the end of the text', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  typewriter.append('👩');
  typewriter.end();
  clock.advance(50);
  expect(typewriter.getSnapshot()).toMatchObject({ text: '👩', isTyping: false });
});

test('shows half a surrogate pair at the end of a text that does not grow', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, isStreaming: false });
  typewriter.setText('x\ud83d');
  clock.advance(1000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'x\ud83d', isTyping: false });
});

test('continues a grapheme that was shown at first', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, text: 'I am 👩' });
  typewriter.append('\u200d');
  clock.advance(100);
  expect(typewriter.getSnapshot().text).toBe('I am 👩');
  typewriter.append('🚀.');
  clock.advance(100);
  expect(typewriter.getSnapshot().text).toBe('I am 👩‍🚀.');
});

test.each([0, 1000])('joins a surrogate pair whose halves arrive before and after an end, %i ms apart', (gap) => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, isStreaming: false });
  typewriter.setText('x\ud83d');
  clock.advance(gap);
  typewriter.setOptions({ isStreaming: true });
  typewriter.setText('x\ud83d\udc4d!');
  clock.advance(1000);
  expect(typewriter.getSnapshot().text).toBe('x👍!');
});
