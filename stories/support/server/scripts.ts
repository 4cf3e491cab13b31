import type { ScriptStep } from 'react-streamed/testing';

const word = /\S+\s*/g;

/** A text as a model sends it: one word at a time. */
export function inWords(text: string, after = 70): ScriptStep[] {
  return (text.match(word) ?? []).map((text) => ({ after, text }));
}

/** Readings of a thermometer, in events with IDs. */
export function readings(first: number, last: number, after = 700): ScriptStep[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const id = first + index;
    return { after, event: { id, data: writeReading(id) } };
  });
}

/** The text of a reading. */
export function writeReading(id: number): string {
  return `Reading ${id}: ${(20 + (id % 4) / 2).toFixed(1)} °C`;
}

/** A long text in `count` events, each with a paragraph. */
export function paragraphs(count: number, after: number): ScriptStep[] {
  const sentence = 'A stream that never ends still leaves the page its time. ';
  return Array.from({ length: count }, (_, index) => ({
    after,
    event: `${index + 1}. ${sentence.repeat(16)}\n\n`,
  }));
}

/** The connection stays open, and nothing more arrives. */
export const stays: ScriptStep = { stall: true };
