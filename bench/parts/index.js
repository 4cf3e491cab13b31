import { compare } from '../support/compare.js';
import { measure, median } from '../support/measure.js';
import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { readOurs, readWithAi } from './candidates.js';
import { writeTextStream, writeToolStream } from './streams.js';

/** Measures how the parts of an answer are gathered, beside the AI SDK. */
export async function run() {
  const answers = [
    { answer: '30,000 deltas of text', chunks: writeTextStream(30_000), limit: 0.05 },
    { answer: 'one tool input of 98 kB', chunks: writeToolStream(98_000), limit: 0.005 },
  ];
  const rows = [];
  for (const { answer, chunks, limit } of answers) {
    await checkAgreement(chunks);
    const samples = await measure(
      { ours: () => void readOurs(chunks), ai: () => readWithAi(chunks) },
      { rounds: 3, sampleTime: 500, warmUpTime: 500 },
    );
    const { ratio, spread } = compare(samples.ours, samples.ai);
    rows.push([answer, median(samples.ours), median(samples.ai), ratio, spread, judge(ratio, limit)]);
  }
  return {
    versions: packageVersions(['ai']),
    tables: [
      printTable({
        id: 'gather',
        title: 'The parts of an answer',
        about:
          'Processor time in milliseconds for the parsed chunks of a UI message stream if each of them gives a new picture of the answer. The tool input arrives in deltas of 40 characters and is read with `json`.',
        columns: ['answer', 'aiSdkParts', 'readUIMessageStream', 'ratio', 'middle half', 'target'],
        rows,
      }),
    ],
  };
}

/** Throws unless both readers end with the same texts and inputs. */
async function checkAgreement(chunks) {
  const ours = readOurs(chunks).parts.map((part) => part.text ?? part.input);
  const message = await readWithAi(chunks);
  const theirs = message.parts.filter(({ type }) => type !== 'step-start').map((part) => part.text ?? part.input);
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error('The readers disagree');
}
