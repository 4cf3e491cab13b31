import * as fc from 'fast-check';
import { isComplete, json } from 'react-streamed/json';
import { expect, test } from 'vitest';
import { chunksOf, closedNodesOf, freezeDeeply, nodesOf, readJson } from '../../support/readJson.ts';

/** Values with the texts that are hard to cut: escapes, emoji, lone surrogates, odd names. */
const hardText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('\\', '"', '\n', '🚀', '\ud83d', '\ude80', 'é', '/', '\u0000'), maxLength: 6 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(null, true, false),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      hardText,
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(hardText, fc.constantFrom('__proto__', 'constructor', '0', '')), tie('value'), {
      maxKeys: 4,
    }),
  ),
}));

/** The same JSON text, written in another way: with white space, and with all characters of texts as escapes. */
function writeText(content: unknown, indent: number, isEscaped: boolean): string {
  const text = JSON.stringify(content, undefined, indent);
  if (!isEscaped) return text;
  return text.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const writing = fc.record({ value, indent: fc.constantFrom(0, 0, 2), isEscaped: fc.boolean() });

/** Tells whether a text is one that grows to the final one, and does not end inside a character. */
function isTextPrefix(text: string, final: string): boolean {
  const isPairCut = /[\ud800-\udbff]$/.test(text) && /^[\udc00-\udfff]/.test(final.slice(text.length));
  return final.startsWith(text) && !isPairCut;
}

/** Tells whether a value grows to the final one: only its last child may be unfinished, and numbers and words are whole. */
function isPrefix(part: unknown, final: unknown): boolean {
  if (typeof part === 'string') return typeof final === 'string' && isTextPrefix(part, final);
  if (typeof part !== 'object' || part === null) return Object.is(part, final);
  if (typeof final !== 'object' || final === null || Array.isArray(part) !== Array.isArray(final)) return false;
  const names = Object.keys(part);
  const finalNames = Object.keys(final);
  const childOf = (node: object, name: string) => Object.getOwnPropertyDescriptor(node, name)?.value as unknown;
  return names.every((name) => finalNames.includes(name) && isPrefix(childOf(part, name), childOf(final, name)));
}

test('every snapshot at every cut is a prefix of the final value', () => {
  let snapshotCount = 0;
  fc.assert(
    fc.property(writing, ({ value: content, indent, isEscaped }) => {
      const text = `${writeText(content, indent, isEscaped)} `;
      const final: unknown = JSON.parse(text);
      const { snapshots, errors } = readJson(chunksOf(text, 1));
      expect(errors).toEqual([]);
      expect(snapshots.at(-1)).toEqual(final);
      expect(JSON.stringify(snapshots.at(-1))).toBe(JSON.stringify(final));
      for (const snapshot of snapshots) {
        if (snapshot !== undefined) expect(isPrefix(snapshot, final)).toBe(true);
      }
      snapshotCount += snapshots.length;
    }),
    { numRuns: 2000 },
  );
  console.info(`json: ${snapshotCount} snapshots of 2,000 values are prefixes`);
});

const cuts = fc.array(fc.nat(200), { maxLength: 12 });

/** Cuts a text at some places. */
function cutAt(text: string, places: readonly number[]): string[] {
  const sorted = [0, ...places, text.length].toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

test('no chunk changes a snapshot that was taken before it', () => {
  fc.assert(
    fc.property(writing, cuts, ({ value: content, indent, isEscaped }, places) => {
      const chunks = cutAt(writeText(content, indent, isEscaped), places);
      const accumulator = json();
      const state = accumulator.create();
      for (const chunk of chunks) {
        // A change of a frozen snapshot throws, and so does one of a subtree that it shares with the value.
        accumulator.add(state, chunk);
        const snapshot = accumulator.snapshot(state);
        for (const node of nodesOf(snapshot)) freezeDeeply(node);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a subtree keeps its identity once it is closed', () => {
  let closedCount = 0;
  fc.assert(
    fc.property(writing, cuts, ({ value: content, indent, isEscaped }, places) => {
      const { snapshots } = readJson(cutAt(`${writeText(content, indent, isEscaped)} `, places));
      const final = snapshots.at(-1);
      expect(nodesOf(final).every(isComplete)).toBe(true);
      const finalNodes = new Set(nodesOf(final));
      for (const snapshot of snapshots) {
        for (const node of closedNodesOf(snapshot)) {
          expect(finalNodes.has(node)).toBe(true);
          closedCount += 1;
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(closedCount).toBeGreaterThan(1000);
  console.info(`json: all of ${closedCount} closed subtrees keep their identity`);
});

test('the data does not depend on how the text is cut, if it is not JSON either', () => {
  const broken = fc.tuple(
    writing,
    fc.nat(100),
    fc.constantFrom('', ',', ']', '}', '"', ':', 'x', '\\', '1', '\n', '-'),
  );
  fc.assert(
    fc.property(broken, cuts, ([{ value: content, indent, isEscaped }, place, replacement], places) => {
      const valid = writeText(content, indent, isEscaped);
      const text = `${valid.slice(0, place)}${replacement}${valid.slice(place + 1)} `;
      const whole = readJson([text]);
      const cut = readJson(cutAt(text, places));
      expect(cut.snapshots.at(-1)).toEqual(whole.snapshots.at(-1));
      expect(cut.errors.map(String)).toEqual(whole.errors.map(String));
    }),
    { numRuns: 2000 },
  );
});
