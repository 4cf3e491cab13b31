import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { type Arrival, dropFrames, traces } from '../../support/typewriterTraces.ts';

const segment = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

interface Sample {
  readonly time: number;
  readonly text: string;
}

/** Plays a trace and gives what was visible each time a frame was over, and when all had arrived. */
function play(trace: readonly Arrival[], frameRate: number, drops: readonly number[], options: TypewriterOptions = {}) {
  const manual = createManualClock({ frameRate });
  const frames: Sample[] = [];
  const commits: Sample[] = [];
  const clock = dropFrames(manual, drops);
  const typewriter = createTypewriter({
    ...options,
    clock: {
      ...clock,
      requestAnimationFrame: (callback) =>
        clock.requestAnimationFrame(() => {
          callback();
          frames.push({ time: manual.now(), text: typewriter.getSnapshot().text });
        }),
    },
  });
  typewriter.subscribe(() => commits.push({ time: manual.now(), text: typewriter.getSnapshot().text }));
  const arrivals: { time: number; end: number }[] = [];
  let source = '';
  for (const { gap, text } of trace) {
    manual.advance(gap);
    typewriter.append(text);
    source += text;
    arrivals.push({ time: manual.now(), end: source.length });
  }
  const end = manual.now();
  typewriter.end();
  manual.advance(2000);
  return { frames, commits, arrivals, source, end, pending: manual.pending, snapshot: typewriter.getSnapshot() };
}

const rates = fc.constantFrom(24, 60, 144);
const drops = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 });
const lags = fc.record({ maxLag: fc.constantFrom(0, 100, 600, 2000), drain: fc.constantFrom(0, 50, 250, 5000) });

test('shows a growing prefix that ends at a grapheme boundary', () => {
  fc.assert(
    fc.property(traces, rates, drops, (trace, rate, drops) => {
      const { frames, source, snapshot } = play(trace, rate, drops);
      const allowed = new Set([0]);
      let offset = 0;
      for (const grapheme of segment(source)) allowed.add((offset += grapheme.length));
      let last = 0;
      for (const { text } of frames) {
        expect(source.startsWith(text)).toBe(true);
        expect(text.length).toBeGreaterThanOrEqual(last);
        expect(allowed.has(text.length)).toBe(true);
        last = text.length;
      }
      expect(snapshot).toMatchObject({ text: source, isTyping: false });
      expect(snapshot.blocks.join('') + snapshot.tail).toBe(source);
    }),
    { numRuns: 300 },
  );
});

test('shows a grapheme by the first frame after maxLag, and the last by the first frame after drain', () => {
  fc.assert(
    fc.property(traces, rates, drops, lags, fc.constantFrom('grapheme', 'word'), (trace, rate, drops, lag, by) => {
      const { frames, arrivals, end, source } = play(trace, rate, drops, { ...lag, by });
      for (const { time, text } of frames) {
        const due = arrivals.findLast((arrival) => arrival.time < time && arrival.time + lag.maxLag <= time);
        expect(text.length).toBeGreaterThanOrEqual(due?.end ?? 0);
        if (time > end && time >= end + lag.drain) expect(text).toBe(source);
      }
    }),
    { numRuns: 500 },
  );
});

test('gives up after the frame by which all is shown: no frame or timer is left', () => {
  fc.assert(
    fc.property(traces, rates, drops, (trace, rate, drops) => {
      const { frames, end, pending } = play(trace, rate, drops);
      // 250 ms of drain, and up to five frames each for the last two steps.
      expect(frames.at(-1)!.time).toBeLessThanOrEqual(end + 250 + (10 * 1000) / rate);
      expect(pending).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('follows the same curve at every frame rate, within a frame', () => {
  fc.assert(
    fc.property(traces, drops, (trace, drops) => {
      const fine = play(trace, 1000, [0]).frames;
      for (const rate of [24, 60, 144]) {
        for (const { time, text } of play(trace, rate, drops).frames) {
          const before = fine.findLast((sample) => sample.time <= time - 1000 / rate)?.text.length ?? 0;
          const after = fine.find((sample) => sample.time >= time + 1)?.text.length ?? Infinity;
          expect(text.length).toBeGreaterThanOrEqual(before);
          expect(text.length).toBeLessThanOrEqual(after);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('tells its listeners at most once a frame', () => {
  fc.assert(
    fc.property(traces, rates, (trace, rate) => {
      const { commits } = play(trace, rate, [0]);
      const frames = commits.map(({ time }) => Math.round((time * rate) / 1000));
      expect(new Set(frames).size).toBe(frames.length);
      for (const [index, { time }] of commits.entries()) expect(time).toBeCloseTo((frames[index]! * 1000) / rate, 6);
    }),
    { numRuns: 200 },
  );
});

test('keeps to a fixed speed however far the stream runs ahead', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, graphemesPerSecond: 20 });
  typewriter.append('0123456789'.repeat(100));
  for (const seconds of [1, 2, 3]) {
    clock.advance(1000);
    expect(typewriter.getSnapshot().text.length).toBeCloseTo(seconds * 20, -1);
  }
  typewriter.end();
  clock.advance(1000);
  expect(typewriter.getSnapshot()).toMatchObject({ isTyping: true });
  expect(typewriter.getSnapshot().text.length).toBeLessThanOrEqual(80);
});

test('takes a changed speed at once', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, graphemesPerSecond: 1 });
  typewriter.append('x'.repeat(1000));
  clock.advance(1000);
  expect(typewriter.getSnapshot().text.length).toBe(1);
  typewriter.setOptions({ graphemesPerSecond: Infinity });
  clock.advance(20);
  expect(typewriter.getSnapshot().text.length).toBe(1000);
});

test('shows a letter that comes alone with the next frame', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  typewriter.append('a');
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text).toBe('a');
});
