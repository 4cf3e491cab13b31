import { measure } from '../support/measure.js';
import { fromBytes, fromText } from './candidates.js';
import { corpora } from './corpora.js';

/** Times both parsers on every corpus, from bytes and from text. */
export async function measureSpeed() {
  const inputs = Object.entries(corpora).map(([corpus, create]) => {
    const chunks = create(1);
    const decoder = new TextDecoder();
    const texts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
    if (fromBytes.ours(chunks) !== fromBytes.theirs(chunks)) throw new Error(`${corpus}: the parsers disagree`);
    return { corpus, chunks, texts };
  });
  // Each corpus takes other branches. Without this, the first to take one is timed in code that V8 has just thrown away.
  for (let round = 0; round < 5; round++) {
    for (const { chunks, texts } of inputs) {
      await measure(callEach(fromBytes, chunks), { rounds: 1, sampleTime: 1, warmUpTime: 10 });
      await measure(callEach(fromText, texts), { rounds: 1, sampleTime: 1, warmUpTime: 10 });
    }
  }
  const results = [];
  for (const { corpus, chunks, texts } of inputs) {
    results.push({
      corpus,
      bytes: await measure(callEach(fromBytes, chunks)),
      text: await measure(callEach(fromText, texts)),
    });
  }
  return results;
}

function callEach({ ours, theirs }, chunks) {
  return { ours: () => void ours(chunks), theirs: () => void theirs(chunks) };
}
