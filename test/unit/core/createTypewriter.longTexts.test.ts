import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { frame, startsWith, textOf, typeLongText } from '../../support/typeLongText.ts';
import { dropFrames, traces } from '../../support/typewriterTraces.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a long text that grows by setText', () => {
  test('is not read with every frame', () => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    grow(2000);
    clock.advance(frame);
    const slice = vi.spyOn(String.prototype, 'slice');
    const before = shown().length;
    for (let count = 0; count < 60; count++) {
      grow();
      clock.advanceFrame();
      // As a component does that renders what was shown.
      typewriter.setOptions({ isStreaming: true });
      typewriter.setText(text());
    }
    const readings = slice.mock.contexts.filter((context) => String(context).length > 180_000);
    expect(shown().length - before).toBeGreaterThan(1100);
    // Two of each: the text is compared, and what it has grown by is taken.
    expect(readings.length).toBeLessThanOrEqual(12);
  });

  test.each([600, 150])('is typed evenly if maxLag is %s', (maxLag) => {
    const { clock, grow, shown } = typeLongText(180_000, { maxLag });
    for (let count = 0; count < 120; count++) {
      const before = shown().length;
      grow();
      clock.advanceFrame();
      expect(shown().length - before).toBeGreaterThan(10);
      expect(shown().length - before).toBeLessThan(30);
    }
  });

  test.each([0, 3, 6, 9])('is typed evenly after its end, at any time since it was read (%s)', (frames) => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    for (let count = 0; count < frames; count++) {
      grow();
      clock.advanceFrame();
    }
    const before = shown().length;
    typewriter.setOptions({ isStreaming: false });
    grow(900);
    const rest = text().length - before;
    clock.advance(125);
    const half = shown().length - before;
    expect(half / rest).toBeGreaterThan(0.4);
    expect(half / rest).toBeLessThan(0.8);
    clock.advance(125 + frame);
    expect(shown()).toBe(text());
  });

  test('never ends inside a grapheme that arrives in parts', () => {
    const { clock, typewriter, text, shown } = typeLongText(180_000);
    const emoji = '👩‍👩‍👧‍👦';
    const start = `${text()} `;
    const parts = emoji.repeat(300);
    for (let end = 3; end < parts.length; end += 3) {
      typewriter.setText(start + parts.slice(0, end));
      clock.advanceFrame();
      const length = Math.max(0, shown().length - start.length);
      expect(length % emoji.length).toBe(0);
    }
  });

  test('is shown by the first frame after maxLag, and its end by the first frame after drain', () => {
    const lags = fc.record({
      maxLag: fc.constantFrom(0, 40, 100, 600, 2000),
      drain: fc.constantFrom(0, 50, 250, 5000),
      by: fc.constantFrom('grapheme', 'word'),
    });
    const drops = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(traces, fc.constantFrom(5000, 40_000, 160_000), drops, lags, (trace, length, drops, options) => {
        const manual = createManualClock();
        const clock = dropFrames(manual, drops);
        const arrivals: { time: number; end: number }[] = [];
        let text = textOf(length);
        let end = Infinity;
        const typewriter = createTypewriter({
          ...options,
          text,
          isStreaming: true,
          clock: {
            ...clock,
            requestAnimationFrame: (callback) =>
              clock.requestAnimationFrame(() => {
                callback();
                const now = manual.now();
                const shown = typewriter.getSnapshot().text;
                const due = arrivals.findLast(({ time }) => time < now && time + options.maxLag <= now);
                expect(shown.length).toBeGreaterThanOrEqual(due?.end ?? length);
                expect(startsWith(text, shown)).toBe(true);
                if (now > end && now >= end + options.drain) expect(shown).toBe(text);
              }),
          },
        });
        for (const arrival of trace) {
          manual.advance(arrival.gap);
          text += arrival.text;
          arrivals.push({ time: manual.now(), end: text.length });
          typewriter.setText(text);
        }
        end = manual.now();
        typewriter.setOptions({ ...options, isStreaming: false });
        manual.advance(6000);
        expect(typewriter.getSnapshot()).toMatchObject({ text, isTyping: false });
        expect(manual.pending).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long text that was not read yet', () => {
  test('is shown by skip', () => {
    const { typewriter, grow, text, shown } = typeLongText(180_000);
    grow();
    typewriter.skip();
    expect(shown()).toBe(text());
  });

  test('is continued by append', () => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    grow();
    typewriter.append('the end');
    clock.advance(1000);
    expect(shown()).toBe(`${text()}the end`);
  });

  test('is typed again by restart', () => {
    const { clock, typewriter, grow, text, shown } = typeLongText(180_000);
    grow();
    typewriter.restart();
    expect(shown()).toBe('');
    clock.advance(700);
    expect(shown()).toBe(text());
  });

  test('is shown with each frame if the user prefers reduced motion', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const { clock, grow, text, shown } = typeLongText(180_000);
    for (let count = 0; count < 20; count++) {
      grow();
      clock.advanceFrame();
      expect(shown()).toBe(text());
    }
    vi.unstubAllGlobals();
  });
});
