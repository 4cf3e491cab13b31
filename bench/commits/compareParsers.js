import { parseChunks } from '../parser/candidates.js';
import { corpora } from '../parser/corpora.js';
import { importSource } from '../support/importSource.js';
import { measure } from '../support/measure.js';
import { printComparison } from './printComparison.js';

/** Times the parsers of two sources on every corpus. */
export async function compareParsers({ before, now }, rounds) {
  const parserOf = async (source) => (await importSource('core.ts', source)).createEventStreamParser;
  const [oldParser, newParser] = [await parserOf(before), await parserOf(now)];
  const inputs = Object.entries(corpora).map(([name, makeChunks]) => {
    const chunks = makeChunks(1);
    return [
      name,
      { before: () => void parseChunks(oldParser, chunks), now: () => void parseChunks(newParser, chunks) },
    ];
  });
  // Each corpus takes other branches. Without this, the first to take one is timed in code that V8 has just thrown away.
  for (let round = 0; round < 5; round++) {
    for (const [, ways] of inputs) await measure(ways, { rounds: 1, sampleTime: 1, warmUpTime: 10 });
  }
  // A round takes 10 ms here, so that many of them are needed and cost little.
  const samples = {};
  for (const [name, ways] of inputs) samples[name] = await measure(ways, { rounds: Math.max(rounds, 25) });
  printComparison('Parser', 'processor time in milliseconds', samples);
}
