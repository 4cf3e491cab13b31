import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createGraphemeScanner, type GraphemeScanner } from '../../../src/core/typewriter/createGraphemeScanner.ts';
import { texts } from '../../support/texts.ts';

const segment = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let offset = 0;
  for (const length of lengths) pieces.push(text.slice(offset, (offset += length)));
  return [...pieces, text.slice(offset)];
}

const peek = ({ waiting, ready }: GraphemeScanner, count = Infinity) => waiting.slice(0, Math.min(count, ready()));
const take = ({ waiting, ready }: GraphemeScanner, count = Infinity) =>
  waiting.splice(0, Math.min(count, ready())).join('');

/** Texts that do not end in half a surrogate pair: that one is not given out by itself. */
const wholeTexts = texts.map((text) => text.replace(/[\ud800-\udbff]$/, '$&.'));

afterEach(() => vi.unstubAllGlobals());

test('finds the graphemes of 400 random texts cut anywhere as a segmentation in one piece does', () => {
  fc.assert(
    fc.property(wholeTexts, fc.array(fc.nat({ max: 30 })), (text, lengths) => {
      const scanner = createGraphemeScanner();
      for (const piece of cut(text, lengths)) scanner.push(piece);
      scanner.end();
      expect(peek(scanner)).toEqual(segment(text));
      expect(take(scanner)).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test('gives out prefixes of the text at true boundaries while it grows', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 20 }))), (text, steps) => {
      const scanner = createGraphemeScanner();
      const pieces = cut(
        text,
        steps.map(([length]) => length),
      );
      let taken = '';
      for (const [index, piece] of pieces.entries()) {
        scanner.push(piece);
        taken += take(scanner, steps[index]?.[1] ?? 0);
        const seen = pieces.slice(0, index + 1).join('');
        expect(seen.startsWith(taken)).toBe(true);
        // Of what has arrived: an accent may still come, and finds its plain letter shown.
        expect(segment(seen).join('|').startsWith(segment(taken).join('|'))).toBe(true);
      }
      scanner.end();
      expect(taken + take(scanner)).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test.each(['e\u0301', '👩‍👩‍👧‍👦', '🇩🇪', '1️⃣', '👍🏽', 'क्षि', 'ก็', '\r\n'])(
  'holds %j back while it can still grow',
  (grapheme) => {
    const scanner = createGraphemeScanner();
    scanner.push('-');
    take(scanner, 1);
    for (const unit of grapheme.slice(1) === '\u0301' ? [grapheme] : grapheme.split('')) {
      scanner.push(unit);
      expect(scanner.ready()).toBeLessThan(1);
    }
    expect(scanner.ready() < scanner.waiting.length).toBe(true);
    scanner.push('-');
    expect(scanner.ready()).toBe(2);
    expect(take(scanner, 2)).toBe(`${grapheme}-`);
  },
);

test.each(['a', 'é', 'я', '漢', 'か', '한', '.', ' ', '\n'])('gives %j out at once', (letter) => {
  const scanner = createGraphemeScanner();
  scanner.push(letter);
  expect(scanner.ready()).toBe(1);
  expect(scanner.ready() < scanner.waiting.length).toBe(false);
  expect(take(scanner, 1)).toBe(letter);
});

test('joins a mark to a letter that was not taken yet', () => {
  const scanner = createGraphemeScanner();
  scanner.push('e');
  expect(scanner.ready()).toBe(1);
  scanner.push('\u0301');
  expect(scanner.ready()).toBe(1);
  expect(peek(scanner, 1)).toEqual(['e\u0301']);
});

test('gives out a mark by itself if its letter was taken', () => {
  const scanner = createGraphemeScanner();
  scanner.push('e');
  take(scanner, 1);
  scanner.push('\u0301x');
  expect(scanner.ready()).toBe(2);
  expect(take(scanner, 1)).toBe('\u0301');
});

test('never gives out half a surrogate pair before the end', () => {
  const scanner = createGraphemeScanner();
  scanner.push('😀'.slice(0, 1));
  expect(scanner.waiting.length).toBe(0);
  expect(scanner.ready() < scanner.waiting.length).toBe(false);
  scanner.push('😀'.slice(1));
  expect(scanner.waiting.length).toBe(1);
  expect(scanner.waiting.splice(0, 1).join('')).toBe('😀');
  scanner.push('\ud83d');
  expect(scanner.ready()).toBeLessThan(1);
  scanner.end();
  expect(scanner.ready()).toBe(1);
});

test('continues from the grapheme before the text', () => {
  const scanner = createGraphemeScanner();
  scanner.push('👩');
  scanner.end();
  take(scanner);
  scanner.push('\u200d🔬!');
  expect(peek(scanner, 9)).toEqual(['\u200d🔬', '!']);
});

test('gives a grapheme of 100,000 marks out in parts, in linear time', () => {
  const endless = `a${'\u0301'.repeat(100_000)}`;
  const whole = createGraphemeScanner();
  whole.push(`${endless}bc`);
  expect(peek(whole).slice(-2)).toEqual(['b', 'c']);
  expect(Math.max(...peek(whole).map(({ length }) => length))).toBeLessThanOrEqual(512);
  expect(take(whole)).toBe(`${endless}bc`);
  const pieces = createGraphemeScanner();
  for (let offset = 0; offset < endless.length; offset += 99) pieces.push(endless.slice(offset, offset + 99));
  pieces.push('bc');
  expect(peek(pieces).slice(-2)).toEqual(['b', 'c']);
  expect(take(pieces)).toBe(`${endless}bc`);
});

test.each([
  ['`Intl.Segmenter`', {}],
  ['`Intl`', undefined],
])('keeps marks and joiners together if the platform has no %s', async (_, intl) => {
  vi.stubGlobal('Intl', intl);
  // Modules that were loaded before may have a segmenter already.
  vi.resetModules();
  const { createGraphemeScanner } = await import('../../../src/core/typewriter/createGraphemeScanner.ts');
  const scanner = createGraphemeScanner();
  const graphemes = ['e\u0301', '👩‍👩‍👧‍👦', '🇩🇪', '🇫🇷', '👍🏽', '1️⃣', '\r\n', 'नि', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'x'];
  for (const unit of graphemes.join('').split('')) scanner.push(unit);
  expect(peek(scanner, 99)).toEqual(graphemes);
});
