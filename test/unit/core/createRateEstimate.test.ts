import { expect, test } from 'vitest';
import { createRateEstimate } from '../../../src/core/typewriter/createRateEstimate.ts';

test('assumes 200 graphemes a second every 50 ms before anything is measured', () => {
  const estimate = createRateEstimate();
  expect(estimate.rate()).toBeCloseTo(0.2);
  expect(estimate.expectedGap()).toBeCloseTo(50);
});

test('does not count the gap before the first arrival, nor the graphemes of the last one', () => {
  const estimate = createRateEstimate();
  estimate.add(1000, 500);
  expect(estimate.rate()).toBeCloseTo(0.2);
  expect(estimate.expectedGap()).toBeCloseTo(50);
});

test('counts each arrival with the gap that follows it, and measurements fade with 2 s', () => {
  const estimate = createRateEstimate();
  estimate.add(40, 0);
  estimate.add(1000, 100);
  const fade = Math.exp(-100 / 2000);
  expect(estimate.rate()).toBeCloseTo((60 * fade + 40) / (300 * fade + 100), 10);
  expect(estimate.expectedGap()).toBeCloseTo((15_000 * fade + 10_000) / (300 * fade + 100), 10);
});

test.each([
  [4, 250],
  [10, 100],
  [1, 5],
])('finds the rate and the gap of %i graphemes every %i ms', (count, gap) => {
  const estimate = createRateEstimate();
  for (let time = 0; time < 30_000; time += gap) estimate.add(count, gap);
  expect(estimate.rate()).toBeCloseTo(count / gap, 4);
  expect(estimate.expectedGap()).toBeCloseTo(gap, 3);
});

test('expects the long gaps of a stream that comes in bursts', () => {
  const estimate = createRateEstimate();
  for (let burst = 0; burst < 100; burst++) {
    estimate.add(1, 300);
    for (let piece = 0; piece < 20; piece++) estimate.add(1, 1);
  }
  // The plain mean of the gaps is 15 ms.
  expect(estimate.expectedGap()).toBeGreaterThan(250);
});

test('takes a gap of more than 600 ms for a pause', () => {
  const estimate = createRateEstimate();
  const paused = createRateEstimate();
  for (let count = 0; count < 10; count++) {
    estimate.add(10, 600);
    paused.add(10, 60_000);
  }
  expect(paused.rate()).toBe(estimate.rate());
  expect(paused.expectedGap()).toBe(estimate.expectedGap());
});
