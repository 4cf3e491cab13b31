import { openStage } from '../react/openStage.js';
import { compare } from '../support/compare.js';
import { measure, median } from '../support/measure.js';
import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { incremental, ours, readOurs, repeated, skipped } from './candidates.js';
import { makeText } from './makeText.js';
import { measureRows } from './measureRows.js';

/** Measures how streamed Markdown is cut into blocks and completed, beside Streamdown, remend, incremark and marked. */
export async function run({ maxRounds }) {
  const options = { rounds: Math.min(9, maxRounds), sampleTime: 1, warmUpTime: 1 };
  const tables = [await tabulatePieces(options), await tabulateLinearity(options)];
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  try {
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', 'react-markdown', 'streamdown', 'remend', '@incremark/core', 'marked']),
      },
      tables: [...tables, await measureRows(stage)],
    };
  } finally {
    await stage.close();
  }
}

const bind = (candidates, text) =>
  Object.fromEntries(Object.entries(candidates).map(([name, read]) => [name, () => void read(text)]));

async function tabulatePieces(options) {
  const text = await makeText(120_000);
  const times = await measure(bind({ ...ours, ...incremental, ...repeated }, text), options);
  for (const name of Object.keys(repeated)) times[name] = times[name].map((time) => time * skipped);
  const limits = {
    blocks: ['Streamdown, blocks', 0.02],
    'blocks, completed': ['Streamdown, blocks, completed by remend', 0.005],
  };
  return printTable({
    id: 'pieces',
    title: 'Blocks at each piece',
    about:
      'Processor time in milliseconds for 120 kB in pieces of 24 characters. The peers that read the whole text at each piece were called at every twentieth piece, and their times are multiplied by 20. Our ratios divide by the time of Streamdown for the same work, blocks or completed blocks, and the others by that for blocks.',
    columns: ['way', 'time', 'ratio', 'middle half', 'target'],
    rows: Object.entries(times).map(([name, samples]) => {
      const [peer, limit] = limits[name] ?? ['Streamdown, blocks'];
      const { ratio, spread } = compare(samples, times[peer]);
      return [name, median(samples), ratio, spread, limit ? judge(ratio, limit) : ''];
    }),
  });
}

async function tabulateLinearity(options) {
  const long = await makeText(1_000_000);
  const short = long.slice(0, 500_000);
  const { half, whole } = await measure(
    { half: () => void readOurs(short), whole: () => void readOurs(long) },
    { ...options, rounds: 3 * options.rounds },
  );
  const { ratio, spread } = compare(whole, half);
  return printTable({
    id: 'markdown-linear',
    title: 'Linear in the length of the Markdown',
    about: 'Processor time in milliseconds for the blocks of 500 kB and of 1 MB in pieces of 24 characters.',
    columns: ['way', '500 kB', '1 MB', 'ratio', 'middle half', 'target'],
    rows: [['blocks', median(half), median(whole), ratio, spread, judge(ratio, 2.3)]],
  });
}
