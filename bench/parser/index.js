import { compare } from '../support/compare.js';
import { median } from '../support/measure.js';
import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { measureDelivery } from './delivery.js';
import { measureLinearity } from './linearity.js';
import { measureAlone, measureSpeed } from './speed.js';

/** What our time may be, as a share of the time of eventsource-parser. */
const bytesLimit = 0.8;
const textLimit = 1;

/** Measures the event stream parser beside eventsource-parser. */
export async function run() {
  return {
    versions: packageVersions(['eventsource-parser']),
    tables: [
      await tabulateSpeed(await measureSpeed()),
      tabulateDelivery(await measureDelivery()),
      await tabulateLinearity(),
    ],
  };
}

async function tabulateSpeed(results) {
  const rows = [];
  for (const together of results) rows.push(createRow(together, await measureAlone(together.corpus)));
  return printTable({
    id: 'bytes',
    title: 'Bytes to events',
    about: `Processor time in milliseconds while one process parses all corpora in turn. The ratio divides ours by the time of eventsource-parser behind a \`TextDecoder\`, and “from text” compares the two parsers on text that is already decoded. The columns with “alone” are the same ratios in a process for each corpus. The target is for both ratios from bytes, and ≤ ${textLimit} for both from text. “Long” corpora have 30,000 events.`,
    columns: [
      'corpus',
      'ours',
      'theirs',
      'ratio',
      'middle half',
      'target',
      'ratio from text',
      'alone',
      'alone, from text',
    ],
    rows,
    chart: { column: 'ratio', limit: bytesLimit },
  });
}

function createRow({ corpus, bytes, text }, alone) {
  const { ratio, spread } = compare(bytes.ours, bytes.theirs);
  const fromText = compare(text.ours, text.theirs).ratio;
  const ratioAlone = compare(alone.bytes.ours, alone.bytes.theirs).ratio;
  const fromTextAlone = compare(alone.text.ours, alone.text.theirs).ratio;
  const isReached = Math.max(ratio, ratioAlone) <= bytesLimit && Math.max(fromText, fromTextAlone) <= textLimit;
  const verdict = `≤ ${bytesLimit}: ${isReached ? 'reached' : 'missed'}`;
  return [
    corpus,
    median(bytes.ours),
    median(bytes.theirs),
    ratio,
    spread,
    verdict,
    fromText,
    ratioAlone,
    fromTextAlone,
  ];
}

function tabulateDelivery(delivery) {
  const pipes = delivery['two transform streams'];
  return printTable({
    id: 'chunks',
    title: 'Network chunk to callback',
    about:
      'Processor time in milliseconds for 2,000 events, one per chunk of a `ReadableStream`. The ratio compares each way with a pipe through `TextDecoderStream` and `EventSourceParserStream`.',
    columns: ['way', 'time', 'ratio', 'middle half', 'target'],
    rows: Object.entries(delivery).map(([way, samples]) => {
      const { ratio, spread } = compare(samples, pipes);
      return [way, median(samples), ratio, spread, way.startsWith('ours') ? judge(ratio, 0.25) : ''];
    }),
    chart: { column: 'ratio', limit: 0.25 },
  });
}

async function tabulateLinearity() {
  return printTable({
    id: 'linear',
    title: 'Linear in the input',
    about:
      'Processor time in milliseconds for each corpus and for one twice as long. A linear parser has a ratio of 2.',
    columns: ['corpus', 'once', 'twice', 'ratio', 'middle half', 'target'],
    rows: (await measureLinearity()).map(({ corpus, once, twice }) => {
      const { ratio, spread } = compare(twice, once);
      return [corpus, median(once), median(twice), ratio, spread, judge(ratio, 2.3)];
    }),
  });
}
