import { compare } from '../support/compare.js';
import { cut } from '../support/cut.js';
import { measure, median } from '../support/measure.js';
import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { readOurs, readWithAi, readWithJsonriver, readWithPartialJson } from './candidates.js';
import { measureWidth } from './measureWidth.js';
import { writeRecipe } from './recipes.js';

/** Measures `json()` beside libraries that read JSON while it arrives. */
export async function run() {
  const chunks = cut(writeRecipe(98_000), 40);
  await checkAgreement(chunks);
  return {
    versions: packageVersions(['ai', 'jsonriver', 'partial-json']),
    tables: [
      await tabulateRareSnapshots(chunks),
      await tabulateSnapshots(chunks),
      await tabulateGrowth(),
      await tabulateWidth(),
    ],
  };
}

async function checkAgreement(chunks) {
  const text = JSON.stringify(JSON.parse(chunks.join('')));
  const values = [
    readOurs(chunks, 1),
    await readWithJsonriver(chunks),
    await readWithAi(chunks.slice(-1)),
    readWithPartialJson([chunks.join('')]),
  ];
  if (values.some((value, index) => index !== 2 && JSON.stringify(value) !== text))
    throw new Error('The values differ');
}

async function tabulateRareSnapshots(chunks) {
  const { ours, jsonriver } = await measure({
    ours: () => void readOurs(chunks, 64),
    jsonriver: () => readWithJsonriver(chunks),
  });
  const { ratio, spread } = compare(ours, jsonriver);
  return printTable({
    id: 'rare',
    title: 'A structured answer, read once',
    about:
      'Processor time in milliseconds for 98 kB in chunks of 40 characters. Ours takes a snapshot after every 64 chunks, as a page does once a frame. jsonriver changes one value in place, so it makes no snapshots.',
    columns: ['reader', 'time', 'ratio', 'middle half', 'target'],
    rows: [
      ['json()', median(ours), ratio, spread, judge(ratio, 0.6)],
      ['jsonriver', median(jsonriver), 1, '1.00–1.00', ''],
    ],
  });
}

async function tabulateSnapshots(chunks) {
  const candidates = {
    ours: () => void readOurs(chunks, 1),
    partialJson: () => void readWithPartialJson(chunks),
    ai: () => readWithAi(chunks),
  };
  // The peers take seconds a round, because they parse the whole text for every chunk. Ours is repeated for half a second,
  // so that the garbage of theirs does not count as ours.
  const samples = await measure(candidates, { rounds: 3, sampleTime: 500, warmUpTime: 500 });
  const names = { ours: 'json()', partialJson: 'partial-json', ai: 'parsePartialJson of ai' };
  return printTable({
    id: 'snapshots',
    title: 'A value for each chunk of a structured answer',
    about:
      'Processor time in milliseconds for the same chunks if each of them gives a new value. The peers parse the whole text for every chunk. The ratio divides by the time of `parsePartialJson`.',
    columns: ['reader', 'time', 'ratio', 'middle half', 'target'],
    rows: Object.entries(samples).map(([name, times]) => {
      const { ratio, spread } = compare(times, samples.ai);
      return [names[name], median(times), ratio, spread, name === 'ours' ? judge(ratio, 0.005) : ''];
    }),
  });
}

const intervals = { Infinity: 'the last chunk', 64: 'every 64 chunks', 1: 'every chunk' };

async function tabulateGrowth() {
  const rows = [];
  for (const every of [Infinity, 64, 1]) {
    const [short, long] = [1_000_000, 2_000_000].map((length) => cut(writeRecipe(length), 40));
    const { once, twice } = await measure(
      { once: () => void readOurs(short, every), twice: () => void readOurs(long, every) },
      { rounds: every === 1 ? 3 : 15, sampleTime: 200, warmUpTime: 200 },
    );
    const { ratio, spread } = compare(twice, once);
    const target = every === 1 ? '' : judge(ratio, 2.3);
    rows.push([intervals[every], median(once), median(twice), ratio, spread, target]);
  }
  return printTable({
    id: 'growth',
    title: 'Twice the answer',
    about:
      'Processor time in milliseconds for 1 MB and for 2 MB in chunks of 40 characters. A linear reader has a ratio of 2. A snapshot copies the array that is still open, so one for every chunk adds time that grows with the square of the length.',
    columns: ['a snapshot after', '1 MB', '2 MB', 'ratio', 'middle half', 'target'],
    rows,
  });
}

async function tabulateWidth() {
  const rows = [];
  for (const width of [1000, 10_000, 100_000]) {
    const { array, view, loop, object } = await measureWidth(width);
    rows.push([width, array, loop, view, object]);
  }
  return printTable({
    id: 'width',
    title: 'A snapshot of a wide value',
    about:
      'Processor time in microseconds. The column “array” is a snapshot of an open array with as many finished rows. The column “loop” is one `map` over such rows, and “view” is one `map` through a `Proxy`, which would need no copy. The column “object” is a snapshot of an open object with as many members.',
    columns: ['rows', 'array', 'loop', 'view', 'object'],
    rows,
  });
}
