import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measure } from '../support/measure.js';
import { fromBytes, fromText } from './candidates.js';
import { corpora } from './corpora.js';

const run = promisify(execFile);
const aloneScript = fileURLToPath(new URL('./alone.js', import.meta.url));

/** Times both parsers on every corpus, from bytes and from text, in this process. */
export async function measureSpeed() {
  const inputs = Object.keys(corpora).map(createInput);
  // Each corpus takes other branches. Without this, the first to take one is timed in code that V8 has just thrown away.
  for (let round = 0; round < 5; round++) {
    for (const input of inputs) await warmUp(input);
  }
  const results = [];
  for (const input of inputs) results.push(await measureInput(input));
  return results;
}

/** Times both parsers on one corpus in a process that parses nothing else. */
export async function measureAlone(corpus) {
  const { stdout } = await run(process.execPath, [aloneScript, corpus]);
  return JSON.parse(stdout);
}

/** Times both parsers on one corpus, from bytes and from text. */
export async function measureCorpus(corpus) {
  const input = createInput(corpus);
  for (let round = 0; round < 5; round++) await warmUp(input);
  return measureInput(input);
}

function createInput(corpus) {
  const chunks = corpora[corpus](1);
  const decoder = new TextDecoder();
  const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
  if (fromBytes.ours(chunks) !== fromBytes.theirs(chunks)) throw new Error(`${corpus}: the parsers disagree`);
  return { corpus, chunks, texts };
}

async function warmUp({ chunks, texts }) {
  const briefly = { rounds: 1, sampleTime: 1, warmUpTime: 10 };
  await measure(callEach(fromBytes, chunks), briefly);
  await measure(callEach(fromText, texts), briefly);
}

async function measureInput({ corpus, chunks, texts }) {
  const bytes = await measure(callEach(fromBytes, chunks));
  const text = await measure(callEach(fromText, texts));
  return { corpus, bytes, text };
}

function callEach({ ours, theirs }, chunks) {
  return { ours: () => void ours(chunks), theirs: () => void theirs(chunks) };
}
