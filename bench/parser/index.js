import { judge, printTable } from '../support/printTable.js';
import { measureDelivery } from './delivery.js';
import { measureLinearity } from './linearity.js';
import { measureSpeed } from './speed.js';

/** Measures the event stream parser beside eventsource-parser 4.1.3. */
export async function run() {
  printTable(
    'Bytes to events, and text to events: median processor times in milliseconds, ours / eventsource-parser (with a TextDecoder for bytes)',
    ['corpus', 'ours', 'theirs', 'ratio', 'reach 1.05', 'ours, text', 'theirs, text', 'ratio, text'],
    (await measureSpeed()).map(({ corpus, bytes, text }) => [
      corpus,
      bytes.ours,
      bytes.theirs,
      bytes.ours / bytes.theirs,
      judge(bytes.ours / bytes.theirs, 1.05),
      text.ours,
      text.theirs,
      text.ours / text.theirs,
    ]),
  );
  printTable(
    'Linear: the time of twice the input / the time of the input',
    ['corpus', 'input', 'twice', 'ratio', 'reach 2.3'],
    (await measureLinearity()).map(({ corpus, once, twice }) => [
      corpus,
      once,
      twice,
      twice / once,
      judge(twice / once, 2.3),
    ]),
  );
  const delivery = await measureDelivery();
  printTable(
    'Delivery from a ReadableStream, one event a chunk: median processor times in milliseconds, / TextDecoderStream + EventSourceParserStream',
    ['way', 'time', 'ratio', 'reach 0.25'],
    Object.entries(delivery).map(([way, time]) => [
      way,
      time,
      time / delivery['two transform streams'],
      way.startsWith('ours') ? judge(time / delivery['two transform streams'], 0.25) : '',
    ]),
  );
}
