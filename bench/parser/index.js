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
    title: 'Bytes to events',
    about:
      'processor time in milliseconds, and ours / eventsource-parser fed by a TextDecoder. The last column gives both the text of one decoder made before.',
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
    title: 'Network chunk to callback',
    about:
      'one event a chunk, from a ReadableStream: processor time of 2,000 events in milliseconds, / TextDecoderStream and EventSourceParserStream.',
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
    title: 'Linear in the input',
    about: 'processor time in milliseconds of a corpus and of one twice as long, and their ratio.',
    columns: ['corpus', 'once', 'twice', 'ratio', 'middle half', 'target'],
    rows: (await measureLinearity()).map(({ corpus, once, twice }) => {
      const { ratio, spread } = compare(twice, once);
      return [corpus, median(once), median(twice), ratio, spread, judge(ratio, 2.3)];
    }),
  });
}
