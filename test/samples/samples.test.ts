import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleSamples } from './bundleSamples.ts';
import { findSamples } from './findSamples.ts';
import { notMounted } from './notMounted.ts';
import { openSamples, type OpenSample, type SampleBrowser } from './openSamples.ts';
import { texts, uses } from './samples.ts';

const samples = findSamples();
const mounted = samples.filter(({ id }) => id in uses || id in texts);

const stopButton = /'Stop'|>\s*Stop\s*</;
const stoppable = mounted.filter(({ code }) => stopButton.test(code)).map(({ id }) => [id, uses[id]!] as const);
const spoken = Object.entries(uses).filter(([, { failure }]) => failure !== 'silent');
const forms = Object.entries(uses).filter(([, { start }]) => start === 'form');

let browser: SampleBrowser;
let sample: OpenSample;

beforeAll(async () => {
  browser = await openSamples(await bundleSamples(mounted, 19));
});

afterAll(async () => {
  await browser.close();
  const { opened, used } = browser;
  console.log(
    `Mounted ${opened.size} of ${samples.length} samples in Chromium and used ${used.size} against a server; ` +
      `${samples.length - mounted.length} are listed with the reason why they cannot be mounted.`,
  );
});

describe('the samples of README, the manual and the gallery', () => {
  const ids = samples.map(({ id }) => id);
  const listed = [...Object.keys(uses), ...Object.keys(texts), ...Object.keys(notMounted)];

  it('have different names', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('are all mounted, or listed with the reason why not', () => {
    expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
  });

  it('are listed only while they exist', () => {
    expect(listed.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('a sample', () => {
  afterEach(() => expect(sample.complaints).toEqual([]));

  it.each(Object.entries(texts))('shows its text: %s', async (id, text) => {
    sample = await browser.open(id);
    await sample.find(text);
  });

  it.each(Object.entries(uses))('sends one request and keeps its elements while it streams: %s', async (id, use) => {
    sample = await browser.open(id, use);
    await sample.start();
    const exchange = await sample.nextExchange();
    expect([exchange.request, exchange.body]).toEqual([use.request, use.body]);

    exchange.write(use.pieces[0], use.type);
    const element = await sample.find(use.shows[0]);
    exchange.write(use.pieces[1], use.type);
    await sample.find(use.shows[1]);
    const focused = await sample.focusedElement();
    if (!use.isFeed) exchange.end();

    expect(await sample.countRequests()).toBe(1);
    await sample.find(use.shows[1]);
    expect(await element.evaluate((node) => node.isConnected)).toBe(true);
    expect(await focused.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  describe.each(['mouse', 'Enter', 'Space'] as const)('stopped by %s', (how) => {
    it.each(stoppable)('keeps the focus and its text, and sends nothing: %s', async (id, use) => {
      sample = await browser.open(id, use);
      await sample.start();
      const exchange = await sample.nextExchange();
      exchange.write(use.pieces[0], use.type);
      await sample.find(use.shows[0]);
      if (use.start === 'form') await sample.page.getByRole('textbox').clear();

      const stop = await sample.press('Stop', how);

      await expect.poll(() => exchange.isAborted).toBe(true);
      expect(await sample.countRequests()).toBe(1);
      await sample.find(use.shows[0]);
      expect(await stop.evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  it.each(forms)('with a form stops when Enter is pressed in its field: %s', async (id, use) => {
    sample = await browser.open(id, use);
    await sample.start();
    const exchange = await sample.nextExchange();
    exchange.write(use.pieces[0], use.type);
    await sample.find(use.shows[0]);

    const field = sample.page.getByRole('textbox');
    await field.fill('Next');
    await field.press('Enter');

    await expect.poll(() => exchange.isAborted).toBe(true);
    expect(await sample.countRequests()).toBe(1);
    expect(await field.inputValue()).toBe('Next');
  });

  it.each(spoken)('says what failed: %s', async (id, use) => {
    // A server error may be retried, a refusal never is.
    const status = use.isFeed || use.retries ? 403 : 500;
    sample = await browser.open(id, use);
    await sample.start();
    (await sample.nextExchange()).fail(status);

    await sample.page.getByRole('alert').getByText(`answered with status ${status}`).waitFor();
    expect(await sample.countRequests()).toBe(1);
  });
});
