import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTrace, type TracedSpan } from '../support/recordTrace.ts';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';

let app: DevelopmentApp;
let spans: TracedSpan[];

const ours = (track: string) => spans.filter((span) => span.group === 'react-streamed' && span.track === track);

/** Adds up the items in the labels of a track. */
const countItems = (track: string) => {
  const counts = ours(track).map(({ label }) => Number(/ (\d+) items?$/.exec(label)![1]));
  return counts.reduce((sum, count) => sum + count, 0);
};

beforeAll(async () => {
  app = await startDevelopmentApp({ root: fileURLToPath(new URL('fixtures/tracing', import.meta.url)) });
  const { page } = await app.open();
  spans = await recordTrace(page, async () => {
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('This was enough.').waitFor();
  });
}, 60_000);

afterAll(() => app.close());

test('six open streams to a server without HTTP/2 are worth one warning in the console', async () => {
  const { page, complaints } = await app.open();
  await page.goto(`${page.url()}?crowd`);
  await expect.poll(() => page.getByRole('status').allTextContents()).toEqual(Array(6).fill('open'));
  expect(complaints).toEqual([expect.stringMatching(/^react-streamed: 6 streams are open to http:.* over HTTP\/1\.1/)]);
});

describe('a trace that Chromium has recorded', () => {
  test('contains our tracks beside those of React', () => {
    const tracks = new Set(spans.filter(({ group }) => group === 'react-streamed').map(({ track }) => track));
    expect([...tracks].toSorted()).toEqual(['Attempts', 'Commits', 'Items', 'Typewriter', 'Waits']);
    expect(spans.map(({ track }) => track)).toContain('Components ⚛');
  });

  test('shows each attempt until its response and then until its end, with a wait between two', () => {
    const [firstResponse, first, secondResponse, second] = ours('Attempts');
    const [wait] = ours('Waits');
    const request = `GET ${app.server.url}/sse`;
    expect([firstResponse, first, wait, secondResponse, second].map((span) => [span?.label, span?.color])).toEqual([
      [`${request}: 200`, 'primary-light'],
      [`${request}: network`, 'error'],
      [expect.stringMatching(/: \d+ ms$/), 'secondary-light'],
      [`${request}: 200`, 'primary-light'],
      [`${request}: 2 items`, 'primary'],
    ]);
    expect(first!.start).toBeCloseTo(firstResponse!.end, 0);
    expect(wait!.start).toBeCloseTo(first!.end, 0);
    expect(secondResponse!.start).toBeCloseTo(wait!.end, 0);
    // The server writes four events, 100 ms apart.
    expect(first!.end - first!.start).toBeGreaterThan(300);
  });

  test('shows items from their arrival to their snapshot, and from there to their commit', () => {
    expect([countItems('Items'), countItems('Commits')]).toEqual([6, 6]);
    const publishedAt = ours('Items').map(({ end }) => end);
    expect(ours('Commits').filter(({ start }) => !publishedAt.includes(start))).toEqual([]);
    expect(ours('Commits').filter(({ start, end }) => end < start)).toEqual([]);
  });

  test('shows how far the typewriter was behind its text', () => {
    const lags = ours('Typewriter').map(({ label }) => Number(/^(\d+) ms behind$/.exec(label)![1]));
    expect(lags.length).toBeGreaterThan(10);
    expect(Math.max(...lags)).toBeGreaterThan(0);
  });
});
