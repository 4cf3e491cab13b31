import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { traces } from '../../support/typewriterTraces.ts';

function setUp(text = '') {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, text, maxLag: 0 });
  const announcements: { time: number; text: string }[] = [];
  let last = '';
  typewriter.subscribe(() => {
    const { announcement } = typewriter.getSnapshot();
    if (announcement !== last) announcements.push({ time: clock.now(), text: announcement });
    last = announcement;
  });
  return { clock, typewriter, announcements, texts: () => announcements.map(({ text }) => text) };
}

test('announces whole sentences, and the rest at the end', () => {
  const { clock, typewriter, texts } = setUp();
  typewriter.append('One is here. Two is');
  clock.advance(3000);
  expect(texts()).toEqual(['One is here. ']);
  typewriter.append(' here, too! Three');
  clock.advance(3000);
  expect(texts()).toEqual(['One is here. ', 'Two is here, too! ']);
  typewriter.end();
  clock.advance(20);
  expect(texts()).toEqual(['One is here. ', 'Two is here, too! ', 'Three']);
});

test('announces at most every two seconds, and needs no further text for it', () => {
  const { clock, typewriter, announcements } = setUp();
  typewriter.append('One. ');
  clock.advance(500);
  typewriter.append('Two. ');
  clock.advance(500);
  typewriter.append('Three. ');
  clock.advance(5000);
  expect(announcements.map(({ text }) => text)).toEqual(['One. ', 'Two. Three. ']);
  expect(announcements[1]!.time - announcements[0]!.time).toBeGreaterThanOrEqual(2000);
  expect(announcements[1]!.time - announcements[0]!.time).toBeLessThan(2050);
  expect(clock.pending).toBe(0);
});

test.each([
  ['它来了。它', '它来了。'],
  ['वह आया। वह', 'वह आया। '],
  ['هل جاء؟ نعم', 'هل جاء؟ '],
  ['“It came.” It', '“It came.” '],
  ['const a = 1;\nconst', 'const a = 1;\n'],
])('finds the end of a sentence or line in %j', (text, sentence) => {
  const { clock, typewriter, texts } = setUp();
  typewriter.append(text);
  clock.advance(3000);
  expect(texts()).toEqual([sentence]);
});

test('does not take a point inside a number for an end', () => {
  const { clock, typewriter, texts } = setUp();
  typewriter.append('Pi is 3.14159 or so');
  clock.advance(3000);
  expect(texts()).toEqual([]);
});

test('does not announce the text that is there at first', () => {
  const { clock, typewriter, texts } = setUp('It was here. ');
  typewriter.append('It came. ');
  typewriter.end();
  clock.advance(3000);
  expect(texts()).toEqual(['It came. ']);
});

test('does not announce again what a replaced text has in common', () => {
  const { clock, typewriter, texts } = setUp();
  typewriter.setText('One. Two. Three and four');
  clock.advance(3000);
  typewriter.setText('One. Two. Three and five. ');
  clock.advance(3000);
  expect(texts()).toEqual(['One. Two. ', 'Three and five. ']);
});

test('announces each part of any text once, in order', () => {
  fc.assert(
    fc.property(traces, (trace) => {
      const { clock, typewriter, announcements } = setUp();
      const said: string[] = [];
      let last = typewriter.getSnapshot().announcement;
      let time = -Infinity;
      // The same sentence twice is one announcement to a listener, so the lengths are not compared.
      for (const { gap, text } of trace) {
        clock.advance(gap);
        typewriter.append(text);
      }
      typewriter.end();
      clock.advance(3000);
      for (const announcement of announcements) {
        if (announcement.text === last) continue;
        said.push((last = announcement.text));
        // But for the rounding of sums of frames.
        if (announcement !== announcements.at(-1)) expect(announcement.time - time).toBeGreaterThan(1999);
        time = announcement.time;
      }
      let rest = trace.map(({ text }) => text).join('');
      for (const text of said) {
        const index = rest.indexOf(text);
        expect(index).toBeGreaterThanOrEqual(0);
        rest = rest.slice(index + text.length);
      }
      expect(rest.trim()).toBe('');
    }),
    { numRuns: 200 },
  );
});
