import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

let matches = false;

beforeEach(() => {
  matches = true;
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: matches && query === '(prefers-reduced-motion: reduce)',
  }));
});
afterEach(() => vi.unstubAllGlobals());

const text = 'Some text to be typed. '.repeat(20);

test('shows text as it arrives if the user prefers reduced motion, once a frame', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  const listener = vi.fn();
  typewriter.subscribe(listener);
  typewriter.append(text);
  typewriter.append(text);
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text).toBe(text + text);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('types all the same with `reducedMotion: ignore`', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, reducedMotion: 'ignore' });
  typewriter.append(text);
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text.length).toBeLessThan(text.length);
});

test('follows the preference when it changes', () => {
  matches = false;
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  typewriter.append(text);
  clock.advance(100);
  expect(typewriter.getSnapshot().text.length).toBeLessThan(text.length);
  matches = true;
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text).toBe(text);
  matches = false;
  typewriter.append(text);
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text.length).toBeLessThan(text.length * 2);
});

test('still never splits a grapheme', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  typewriter.append('Go 👩');
  clock.advance(100);
  expect(typewriter.getSnapshot().text).toBe('Go ');
  typewriter.append('\u200d🚀!');
  clock.advanceFrame();
  expect(typewriter.getSnapshot().text).toBe('Go 👩\u200d🚀!');
});
