import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleSamples } from './bundleSamples.ts';
import { findSamples } from './findSamples.ts';
import { hookUses } from './hookSamples.ts';
import { openSamples, type SampleBrowser } from './openSamples.ts';
import { uses } from './samples.ts';

// The hooks' own tests run on React 18 as well. What may need React 19 is what the samples render.
const components = Object.fromEntries(Object.entries(uses).filter(([id]) => !(id in hookUses)));

let browser: SampleBrowser;

beforeAll(async () => {
  const mounted = findSamples().filter(({ id }) => id in components);
  browser = await openSamples(await bundleSamples(mounted, 18));
});

afterAll(() => browser.close());

it.each(Object.entries(components))(
  'a sample sends one request and shows what arrives on React 18: %s',
  async (id, use) => {
    const sample = await browser.open(id, use);
    await sample.start();
    const exchange = await sample.nextExchange();
    expect([exchange.request, exchange.body]).toEqual([use.request, use.body]);

    exchange.write(use.pieces[0] + use.pieces[1], use.type);

    await sample.find(use.shows[1]);
    expect(await sample.countRequests()).toBe(1);
    expect(sample.complaints).toEqual([]);
  },
);
