import { importSource } from '../support/importSource.js';
import { playFrames } from '../typewriter/playFrames.js';
import { cutGraphemes, fill, texts } from '../typewriter/texts.js';
import { printComparison } from './printComparison.js';

/** Times a frame of the typewriters of two sources, for each script and both ways to feed them. */
export async function compareTypewriters({ before, now }, rounds) {
  const typewriterOf = async (source) => (await importSource('core.ts', source)).createTypewriter;
  const typewriters = { before: await typewriterOf(before), now: await typewriterOf(now) };
  const samples = {};
  for (const [name, text] of Object.entries(texts)) {
    const pieces = cutGraphemes(fill(text, 200_000), 20);
    for (const feed of ['append', 'setText'])
      samples[`${name}, ${feed}`] = playInTurns(typewriters, pieces, feed, rounds);
  }
  printComparison('Typewriter', 'processor time of a frame in microseconds, while 200 kB are typed', samples);
}

function playInTurns(typewriters, pieces, feed, rounds) {
  const names = Object.keys(typewriters);
  const samples = { before: [], now: [] };
  for (const name of names) playFrames(typewriters[name], pieces.slice(0, 500), feed);
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? names.toReversed() : names) {
      samples[name].push(playFrames(typewriters[name], pieces, feed).mean);
    }
  }
  return samples;
}
