import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleSamples } from './bundleSamples.ts';
import { findSamples } from './findSamples.ts';
import { openSamples, type SampleBrowser } from './openSamples.ts';
import { uses } from './samples.ts';

const id = 'docs/guides/live-feeds-and-reconnecting.md › After a reload › SavedLog';

let browser: SampleBrowser;

beforeAll(async () => {
  const samples = findSamples().filter((sample) => sample.id === id);
  browser = await openSamples(await bundleSamples(samples, 19));
});

afterAll(() => browser.close());

it('the guide to reloads continues where the page was, without a gap and without a repetition', async () => {
  const sample = await browser.open(id, uses[id]);
  const lines = () => sample.page.locator('li').allTextContents();
  const first = await sample.nextExchange();
  expect(first.headers['last-event-id']).toBeUndefined();
  first.write('id: 1\ndata: one\n\nid: 2\ndata: two\n\n', 'text/event-stream');
  await expect.poll(lines).toEqual(['one', 'two']);

  await sample.reload();
  // Before the server has answered.
  await expect.poll(lines).toEqual(['one', 'two']);
  const second = await sample.nextExchange();
  expect(second.headers['last-event-id']).toBe('2');
  second.write('id: 3\ndata: three\n\n', 'text/event-stream');
  await expect.poll(lines).toEqual(['one', 'two', 'three']);

  await sample.reload();
  const third = await sample.nextExchange();
  expect(third.headers['last-event-id']).toBe('3');
  await expect.poll(lines).toEqual(['one', 'two', 'three']);
  expect(sample.complaints).toEqual([]);
});
