import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTypewriter, type Typewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import {
  frame,
  growBy,
  longestWait,
  replaceMiddle,
  startsWith,
  textOf,
  typeLongText,
} from '../../support/typeLongText.ts';

describe('a long text that was replaced', () => {
  test.each([
    ['is shorter', (text: string) => replaceMiddle(text, 90_000, 0).slice(0, -1)],
    ['has the same length', (text: string) => replaceMiddle(text, 90_000, 0)],
    ['is much longer', (text: string) => replaceMiddle(text, 90_000, 2000)],
  ])('is gone at once if the new one %s', (_, replace) => {
    const { typewriter, text, shown } = typeLongText(180_000);
    typewriter.setText(replace(text()));
    expect(shown()).toBe(text().slice(0, 90_000));
  });

  test.each([
    [180_000, 'auto' as const],
    [500_000, 10],
  ])('is gone soon if the new one of %s code units is as long as if it had grown', (length, graphemesPerSecond) => {
    const { clock, typewriter, grow, text, shown } = typeLongText(length, { graphemesPerSecond });
    grow();
    const replaced = replaceMiddle(text(), 90_000, 20);
    typewriter.setText(replaced);
    expect(startsWith(text(), shown())).toBe(true);
    clock.advance(longestWait + frame);
    expect(startsWith(replaced, shown())).toBe(true);
  });

  test.each([0, 1])('is gone at once if all but %i of its letters were shown before', (waiting) => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    clock.advance(1000);
    expect(shown()).toBe(text());
    grow(waiting);
    typewriter.setText(replaceMiddle(text(), 90_000, 20));
    expect(shown()).toBe(text().slice(0, 90_000));
  });

  test.each([
    ['pause()', (typewriter: Typewriter) => typewriter.pause()],
    ['the option', (typewriter: Typewriter) => typewriter.setOptions({ isStreaming: true, paused: true })],
  ])('is gone at once when %s pauses the typewriter, and from then on', (_, pause) => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    clock.advanceFrame();
    grow();
    const replaced = replaceMiddle(text(), 90_000, 20);
    typewriter.setText(replaced);
    expect(shown().length).toBeGreaterThan(90_000);
    pause(typewriter);
    expect(shown()).toBe(text().slice(0, 90_000));
    typewriter.setText(replaceMiddle(replaced, 50_000, 20));
    expect(shown()).toBe(text().slice(0, 50_000));
    expect(clock.pending).toBe(0);
  });

  test('is gone at once if the text is short', () => {
    const { typewriter, grow, text, shown } = typeLongText(2000);
    grow();
    typewriter.setText(replaceMiddle(text(), 1000, 20));
    expect(shown()).toBe(text().slice(0, 1000));
  });
});

test('shows a prefix of a text that was the latest just before, and all of the last one in the end', () => {
  const length = fc.integer({ min: 1, max: 1200 });
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const changes = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('grow' as const), length }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('replace' as const), share, length: fc.nat({ max: 1200 }) }),
    },
    fc.record({ kind: fc.constant('cut' as const), share }),
    fc.record({ kind: fc.constantFrom('skip', 'pause', 'resume', 'restart', 'end') }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(changes, fc.constantFrom(0, 5, 17, 17, 40, 300)), { minLength: 1, maxLength: 40 }),
      fc.constantFrom(3000, 20_000, 180_000),
      fc.constantFrom('diff', 'restart', 'show'),
      fc.constantFrom('auto' as const, 100),
      (changes, length, onReplace, graphemesPerSecond) => {
        const clock = createManualClock();
        let text = textOf(length);
        const typewriter = createTypewriter({ clock, text, onReplace, graphemesPerSecond });
        const replaced: { text: string; time: number }[] = [];
        const set = (next: string) => {
          replaced.push({ text, time: clock.now() });
          text = next;
          typewriter.setText(text);
        };
        const check = () => {
          const shown = typewriter.getSnapshot().text;
          const recent = replaced.filter(({ time }) => clock.now() - time <= longestWait + frame);
          expect([text, ...recent.map(({ text }) => text)].some((text) => startsWith(text, shown))).toBe(true);
        };
        typewriter.subscribe(check);
        for (const [change, gap] of changes) {
          if (change.kind === 'grow') set(growBy(text, change.length));
          else if (change.kind === 'replace')
            set(replaceMiddle(text, Math.floor(change.share * text.length), change.length));
          else if (change.kind === 'cut') set(text.slice(0, Math.ceil(change.share * text.length)));
          else typewriter[change.kind]();
          check();
          clock.advance(gap);
          check();
        }
        typewriter.resume();
        typewriter.skip();
        expect(typewriter.getSnapshot().text).toBe(text);
        typewriter.end();
        clock.advance(1000);
        expect(typewriter.getSnapshot()).toMatchObject({ text, isTyping: false });
        expect(clock.pending).toBe(0);
      },
    ),
    { numRuns: 150 },
  );
});
