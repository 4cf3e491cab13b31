import { expect, test } from 'vitest';
import { createSeries } from '../../../stories/support/lab/recording/createSeries.ts';

test('gives the totals of any moment', () => {
  const series = createSeries();
  series.add({ at: 100, size: 5 });
  series.add({ at: 200, size: 7 });

  expect([99, 100, 199, 200, 1000].map((at) => series.totalsAt(at))).toEqual([
    { count: 0, size: 0 },
    { count: 1, size: 5 },
    { count: 1, size: 5 },
    { count: 2, size: 12 },
    { count: 2, size: 12 },
  ]);
});

test('counts what comes within ten milliseconds as one entry', () => {
  const series = createSeries();
  for (const at of [100, 104, 109, 110]) series.add({ at, size: 1 });

  expect(series.between(0, 1000)).toMatchObject([
    { at: 100, count: 3, size: 3 },
    { at: 110, count: 1, size: 1, totals: { count: 4, size: 4 } },
  ]);
});

test('keeps its totals and a bounded number of entries', () => {
  const series = createSeries();
  for (let entry = 1; entry <= 100_000; entry += 1) series.add({ at: entry * 10, size: 2 });

  expect(series.totalsAt(1_000_000)).toEqual({ count: 100_000, size: 200_000 });
  expect(series.between(0, 1_000_000).length).toBeLessThan(6000);
});

test('gives the entries of a window, and the one before it', () => {
  const series = createSeries();
  for (const at of [100, 200, 300, 400]) series.add({ at, size: 1 });

  expect(series.between(250, 350).map(({ at }) => at)).toEqual([200, 300]);
});

test('counts from zero after a restart, and keeps what was before', () => {
  const series = createSeries();
  series.add({ at: 100, size: 5 });
  series.restart(150);
  series.add({ at: 200, size: 1 });

  expect([120, 160, 200].map((at) => series.totalsAt(at).size)).toEqual([5, 0, 1]);
});
