import { parsePartialJson } from 'ai';
import { parse as parseStream } from 'jsonriver';
import { parse as parsePartial } from 'partial-json';
import { importSource } from '../support/importSource.js';

const { json } = await importSource('json.ts');

/** Reads chunks with `json()` and takes a snapshot after each `every` of them. */
export function readOurs(chunks, every) {
  const accumulator = json();
  const state = accumulator.create();
  let untilSnapshot = every;
  for (const chunk of chunks) {
    accumulator.add(state, chunk);
    untilSnapshot -= 1;
    if (untilSnapshot > 0) continue;
    accumulator.snapshot(state);
    untilSnapshot = every;
  }
  return accumulator.snapshot(state);
}

/** Reads chunks with jsonriver, which changes one value in place. It takes an asynchronous iterable only. */
export async function readWithJsonriver(chunks) {
  let latest;
  for await (const value of parseStream(yieldAll(chunks))) latest = value;
  return latest;
}

async function* yieldAll(chunks) {
  yield* chunks;
}

/** Repairs and parses the whole text after each chunk, as `ai` does. */
export async function readWithAi(chunks) {
  let text = '';
  let latest;
  for (const chunk of chunks) {
    text += chunk;
    latest = await parsePartialJson(text);
  }
  return latest.value;
}

/** Parses the whole text after each chunk. */
export function readWithPartialJson(chunks) {
  let text = '';
  let latest;
  for (const chunk of chunks) {
    text += chunk;
    latest = parsePartial(text);
  }
  return latest;
}
