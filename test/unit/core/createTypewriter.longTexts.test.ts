import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTypewriter, type Typewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { dropFrames, traces } from '../../support/typewriterTraces.ts';

/** How long it may take until a long text that was replaced is noticed, in milliseconds. */
const longestWait = 200;

const frame = 1000 / 60;

const growBy = (text: string, length: number) => text + 'and more words, '.repeat(length / 16 + 1).slice(0, length);

/** Returns a text of so many code units without the end of a sentence, so that no announcement waits. */
const textOf = (length: number) => growBy('', length);

const startsWith = (text: string, start: string) => text.slice(0, start.length) === start;

/** Shows a text, and types what is added to it by `setText`, in the middle of which it is when the test begins. */
function setUp(length: number, options: TypewriterOptions = {}) {
  const clock = createManualClock();
  let text = textOf(length);
  const typewriter = createTypewriter({ clock, text, isStreaming: true, ...options });
  const grow = (length = 20) => {
    text = growBy(text, length);
    typewriter.setText(text);
  };
  for (let count = 0; count < 60; count++) {
    grow();
    clock.advanceFrame();
  }
  return { clock, typewriter, grow, text: () => text, shown: () => typewriter.getSnapshot().text };
}

/** Changes a character in the middle, and adds to the end. */
function replaceMiddle(text: string, at: number, added: number) {
  return growBy(`${text.slice(0, at)}#${text.slice(at + 1)}`, added);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a long text that grows by setText', () => {
  test('is not read with every frame', () => {
    const { clock, typewriter, grow, text, shown } = setUp(180_000);
    grow(2000);
    clock.advance(frame);
    const slice = vi.spyOn(String.prototype, 'slice');
    const before = shown().length;
    for (let count = 0; count < 60; count++) {
      grow();
      clock.advanceFrame();
      // As a component does that renders what was shown.
      typewriter.setText(text());
    }
    const readings = slice.mock.contexts.filter((context) => String(context).length > 180_000);
    expect(shown().length - before).toBeGreaterThan(1100);
    // Two of each: the text is compared, and what it has grown by is taken.
    expect(readings.length).toBeLessThanOrEqual(12);
  });

  test.each([600, 150])('is typed evenly if maxLag is %s', (maxLag) => {
    const { clock, grow, shown } = setUp(180_000, { maxLag });
    for (let count = 0; count < 120; count++) {
      const before = shown().length;
      grow();
      clock.advanceFrame();
      expect(shown().length - before).toBeGreaterThan(10);
      expect(shown().length - before).toBeLessThan(30);
    }
  });

  test.each([0, 3, 6, 9])('is typed evenly after its end, at any time since it was read (%s)', (frames) => {
    const { clock, typewriter, grow, text, shown } = setUp(180_000);
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
    const { clock, typewriter, text, shown } = setUp(180_000);
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

describe('a long text that was replaced', () => {
  test.each([
    ['is shorter', (text: string) => replaceMiddle(text, 90_000, 0).slice(0, -1)],
    ['has the same length', (text: string) => replaceMiddle(text, 90_000, 0)],
    ['is much longer', (text: string) => replaceMiddle(text, 90_000, 2000)],
  ])('is gone at once if the new one %s', (_, replace) => {
    const { typewriter, text, shown } = setUp(180_000);
    typewriter.setText(replace(text()));
    expect(shown()).toBe(text().slice(0, 90_000));
  });

  test.each([
    [180_000, 'auto' as const],
    [500_000, 10],
  ])('is gone soon if the new one of %s code units is as long as if it had grown', (length, graphemesPerSecond) => {
    const { clock, typewriter, grow, text, shown } = setUp(length, { graphemesPerSecond });
    grow();
    const replaced = replaceMiddle(text(), 90_000, 20);
    typewriter.setText(replaced);
    expect(startsWith(text(), shown())).toBe(true);
    clock.advance(longestWait + frame);
    expect(startsWith(replaced, shown())).toBe(true);
  });

  test('is gone at once if all was shown before', () => {
    const { clock, typewriter, text, shown } = setUp(180_000);
    clock.advance(1000);
    expect(shown()).toBe(text());
    typewriter.setText(replaceMiddle(text(), 90_000, 20));
    expect(shown()).toBe(text().slice(0, 90_000));
  });

  test.each([
    ['pause()', (typewriter: Typewriter) => typewriter.pause()],
    ['the option', (typewriter: Typewriter) => typewriter.setOptions({ isStreaming: true, paused: true })],
  ])('is gone at once when %s pauses the typewriter, and from then on', (_, pause) => {
    const { clock, typewriter, grow, text, shown } = setUp(180_000);
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
    const { typewriter, grow, text, shown } = setUp(2000);
    grow();
    typewriter.setText(replaceMiddle(text(), 1000, 20));
    expect(shown()).toBe(text().slice(0, 1000));
  });
});

describe('a long text that was not read yet', () => {
  test('is shown by skip', () => {
    const { typewriter, grow, text, shown } = setUp(180_000);
    grow();
    typewriter.skip();
    expect(shown()).toBe(text());
  });

  test('is continued by append', () => {
    const { clock, typewriter, grow, text, shown } = setUp(180_000);
    grow();
    typewriter.append('the end');
    clock.advance(1000);
    expect(shown()).toBe(`${text()}the end`);
  });

  test('is typed again by restart', () => {
    const { clock, typewriter, grow, text, shown } = setUp(180_000);
    grow();
    typewriter.restart();
    expect(shown()).toBe('');
    clock.advance(700);
    expect(shown()).toBe(text());
  });

  test('is shown with each frame if the user prefers reduced motion', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const { clock, grow, text, shown } = setUp(180_000);
    for (let count = 0; count < 20; count++) {
      grow();
      clock.advanceFrame();
      expect(shown()).toBe(text());
    }
    vi.unstubAllGlobals();
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
