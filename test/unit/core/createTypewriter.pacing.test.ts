import fc from 'fast-check';
import { createTypewriter } from 'react-streamed/core';
import { describe, expect, it } from 'vitest';
import { createSimulatedPage } from '../../support/createSimulatedPage.ts';

/** Types `length` letters that arrive at once, on a page on which each step takes `cost` milliseconds. */
function type(cost: number, { length = 600, maxLag = 600, frameRate = 60, start = 0 } = {}) {
  const page = createSimulatedPage({ frameRate });
  page.runUntil(start);
  const typewriter = createTypewriter({ clock: page.clock, maxLag });
  const steps: number[] = [];
  typewriter.subscribe(() => {
    steps.push(page.clock.now());
    page.show({ render: cost / 2, layout: cost / 2 });
  });
  typewriter.append('x'.repeat(length));
  return { page, typewriter, steps };
}

describe('a typewriter on a slow page', () => {
  it('takes a step at every frame if steps are cheap', () => {
    const { page, steps } = type(1);
    page.runUntil(400);
    expect(steps.length).toBeGreaterThanOrEqual(23);
  });

  it('takes fewer steps if they are dear', () => {
    const { page, steps } = type(16);
    page.runUntil(400);
    expect(steps.length).toBeLessThan(9);
    expect(steps.length).toBeGreaterThanOrEqual(4);
  });

  it.each([0, 1000])('takes more steps if text would be late otherwise, from %s ms on', (start) => {
    const { page, steps } = type(20, { maxLag: 140, start });
    page.runUntil(start + 140);
    expect(steps.length).toBeGreaterThanOrEqual(5);
  });

  it('shows each letter within maxLag and one frame, however long it rests', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.constantFrom(30, 60, 120, 144),
        (cost, maxLag, frameRate) => {
          const { page, typewriter } = type(cost, { maxLag, frameRate });
          // A step that is under way when the time is over delays the next one by its cost.
          page.runUntil(maxLag + 1000 / frameRate + 2 * cost + 1);
          expect(typewriter.getSnapshot().text.length).toBe(600);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('shows the rest of the text within drain', () => {
    const { page, typewriter } = type(20, { maxLag: 5000 });
    page.runUntil(300);
    typewriter.end();
    page.runUntil(300 + 250 + 17 + 40);
    expect(typewriter.getSnapshot()).toMatchObject({ text: 'x'.repeat(600), isTyping: false });
    page.runUntil(1000);
    expect(page.pending()).toBe(0);
  });

  it('continues after a pause in which nothing is due', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const typewriter = createTypewriter({ clock: page.clock, graphemesPerSecond: 4 });
    typewriter.subscribe(() => {});
    typewriter.append('abcd');
    page.runUntil(1500);
    expect(typewriter.getSnapshot().text).toBe('abcd');
  });

  it.each([0, 5, 20, 50, 90, 300])('leaves no timer and no frame behind when it is disposed after %s ms', (time) => {
    const { page, typewriter } = type(16);
    page.runUntil(time);
    typewriter.dispose();
    expect(page.pending()).toBe(0);
  });
});
