import type { Random } from '../createRandom.ts';

/** Splits a text into pieces of equal length. */
export function splitEvery(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** Splits a text into pieces of random lengths up to 40. */
export function splitAnywhere(text: string, random: Random): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const piece = text.slice(start, start + 1 + random.below(40));
    pieces.push(piece);
    start += piece.length;
  }
  return pieces;
}
