import { compare } from '../support/compare.js';
import { median } from '../support/measure.js';
import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { measureDelivery } from './delivery.js';
import { measureLinearity } from './linearity.js';
import { measureSpeed } from './speed.js';

/** Measures the event stream parser beside eventsource-parser. */
export async function run() {
  return {
    versions: packageVersions(['eventsource-parser']),
    tables: [tabulateSpeed(await measureSpeed()), tabulateDelivery(await measureDelivery()), await tabulateLinearity()],
  };
}

function tabulateSpeed(results) {
  return printTable({
    id: 'bytes',
    title: 'Bytes to events',
    about:
      'Processor time in milliseconds. The ratio divides ours by the time of eventsource-parser behind a `TextDecoder`. The last column compares the two parsers on text that is already decoded.',
    columns: ['corpus', 'ours', 'theirs', 'ratio', 'middle half', 'target', 'ratio from text'],
    rows: results.map(({ corpus, bytes, text }) => {
      const { ratio, spread } = compare(bytes.ours, bytes.theirs);
      const fromText = compare(text.ours, text.theirs).ratio;
      return [corpus, median(bytes.ours), median(bytes.theirs), ratio, spread, judge(ratio, 1.05), fromText];
    }),
    chart: { column: 'ratio', limit: 1.05 },
  });
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
