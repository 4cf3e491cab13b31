import { expect, test } from 'vitest';
import { addDeadline, type Deadline } from '../../../src/core/typewriter/addDeadline.ts';

const existing = [
  { end: 10, time: 100 },
  { end: 20, time: 200 },
];

test.each([
  ['a first deadline', [], { end: 10, time: 100 }, [{ end: 10, time: 100 }]],
  ['a later one', existing, { end: 30, time: 300 }, [...existing, { end: 30, time: 300 }]],
  ['one that is 8 ms later', existing, { end: 30, time: 208 }, [...existing, { end: 30, time: 208 }]],
  ['one that is less than 8 ms later', existing, { end: 30, time: 207.9 }, [existing[0], { end: 30, time: 200 }]],
  ['one at the same time', existing, { end: 30, time: 200 }, [existing[0], { end: 30, time: 200 }]],
  ['one before the last', existing, { end: 30, time: 150 }, [existing[0], { end: 30, time: 150 }]],
  ['one just after another but the last', existing, { end: 30, time: 101 }, [existing[0], { end: 30, time: 101 }]],
  ['one before all', existing, { end: 30, time: 50 }, [{ end: 30, time: 50 }]],
])('adds %s', (_, before, added, after) => {
  const deadlines = structuredClone(before);
  addDeadline(deadlines, added);
  expect(deadlines).toEqual(after);
});

test('keeps few deadlines in a burst of thousands of arrivals', () => {
  const deadlines: Deadline[] = [];
  for (let arrival = 0; arrival < 10_000; arrival++) {
    addDeadline(deadlines, { end: arrival, time: 600 + arrival / 100 });
  }
  // The burst takes 100 ms.
  expect(deadlines.length).toBeLessThanOrEqual(13);
  expect(deadlines.at(-1)!.end).toBe(9999);
});

test('never makes a deadline later than it was asked for', () => {
  const deadlines: Deadline[] = [];
  for (let arrival = 0; arrival < 1000; arrival++) {
    const time = 600 + arrival * 3;
    addDeadline(deadlines, { end: arrival + 1, time });
    expect(deadlines.at(-1)!.time).toBeLessThanOrEqual(time);
    expect(deadlines.at(-1)!.time).toBeGreaterThan(time - 8);
  }
});
