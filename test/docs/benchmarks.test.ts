import { describe, expect, it } from 'vitest';
import { readText } from './markdown.ts';

const load = (path: string) => import(/* @vite-ignore */ new URL(`../../bench/page/${path}`, import.meta.url).href);
const { parts } = await load('parts.js');
const { readResults } = await load('results.js');
const { compareWithPeers, drawFigures } = await load('compareWithPeers.js');
const { drawDates } = await load('drawDates.js');

const results = Object.fromEntries(Object.keys(parts).map((part) => [part, readResults(part)]));

/** Gives Markdown without the padding that the formatter adds to tables. */
const normalize = (markdown: string) => markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');

describe('the figures of the benchmarks', () => {
  it('in README are those of the stored results', () => {
    const [, shown] = readText('README.md').split(/<!-- \/?benchmarks -->\n/);
    expect(normalize(shown!.trim())).toBe(
      normalize(`${drawFigures(results)}\n\n${drawDates(results, ['parser', 'react', 'size'])}`),
    );
  });

  it('at the start of docs/benchmarks.md are those of the stored results', () => {
    const page = readText('docs/benchmarks.md');
    const missing = compareWithPeers(results).filter(({ text }: { text: string }) => !page.includes(text));
    expect(missing).toEqual([]);
  });

  it('have a chart for each image that the page shows', () => {
    const page = readText('docs/benchmarks.md');
    const charts = Object.entries(results).flatMap(([part, { tables }]) =>
      tables.filter(({ chart }: { chart?: object }) => chart).map(({ id }: { id: string }) => `${part}-${id}.svg`),
    );
    const shown = [...page.matchAll(/images\/benchmarks\/([\w-]+\.svg)/g)].map(([, name]) => name);
    expect(shown).toEqual(charts);
  });
});
