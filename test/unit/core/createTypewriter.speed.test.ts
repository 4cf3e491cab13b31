import { describe, expect, it } from 'vitest';
import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

function setUp(options: TypewriterOptions = {}) {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, ...options });
  return { clock, typewriter, shownLength: () => typewriter.getSnapshot().text.length };
}

/** Types a text that arrives at once, and returns how much of it was visible after each frame. */
function type(options: TypewriterOptions) {
  const { clock, typewriter, shownLength } = setUp(options);
  typewriter.append('x'.repeat(100));
  return Array.from({ length: 60 }, () => {
    clock.advanceFrame();
    return shownLength();
  });
}

/** Plays a steady stream, and returns how far behind it the visible text was after each of the last 120 frames, and its steps. */
function playSteadily(letters: number, gap: number) {
  const { clock, typewriter, shownLength } = setUp();
  let arrived = 0;
  const arrive = () => {
    typewriter.append('x'.repeat(letters));
    arrived += letters;
    clock.setTimeout(arrive, gap);
  };
  arrive();
  clock.advance(6000);
  return Array.from({ length: 120 }, () => {
    const before = shownLength();
    clock.advanceFrame();
    return { step: shownLength() - before, lag: arrived - shownLength() };
  });
}

describe('a fixed speed', () => {
  it('shows all with the next frame if it is infinite, however often text arrives before', () => {
    const { clock, typewriter } = setUp({ graphemesPerSecond: Infinity });
    for (const text of ['One ', 'two ', 'three']) typewriter.append(text);
    clock.advanceFrame();
    expect(typewriter.getSnapshot().text).toBe('One two three');
  });

  it('shows nothing while it is 0', () => {
    const { clock, typewriter, shownLength } = setUp({ graphemesPerSecond: 0 });
    typewriter.append('One two three');
    clock.advance(10_000);
    expect(shownLength()).toBe(0);
    typewriter.setOptions({ graphemesPerSecond: 1000 });
    clock.advance(100);
    expect(shownLength()).toBe(13);
  });

  it.each([-1, NaN])('is replaced by `auto` if it is %s', (graphemesPerSecond) => {
    expect(type({ graphemesPerSecond })).toEqual(type({ graphemesPerSecond: 'auto' }));
  });
});

describe('the speed that follows the stream', () => {
  it('does not let the text run out before the next arrival', () => {
    const frames = playSteadily(40, 250);
    expect(frames.filter(({ step }) => step === 0)).toEqual([]);
  });

  it('stays the same when the text ends and there is time left', () => {
    const typeTen = (hasEnd: boolean) => {
      const { clock, typewriter, shownLength } = setUp({ drain: 600 });
      typewriter.append('x'.repeat(10));
      clock.advance(20);
      if (hasEnd) typewriter.end();
      return Array.from({ length: 10 }, () => {
        clock.advanceFrame();
        return shownLength();
      });
    };
    expect(typeTen(true)).toEqual(typeTen(false));
  });

  it('keeps close to a stream that brings each letter by itself', () => {
    const lags = playSteadily(1, 5).map(({ lag }) => lag);
    expect(Math.max(...lags)).toBeLessThan(15);
  });
});
