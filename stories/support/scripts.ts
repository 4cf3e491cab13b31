import type { ScriptStep } from 'react-streamed/testing';

/** A text as a model sends it: a word at a time. */
export function inWords(text: string, after = 40): ScriptStep[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => ({ after, text: word }));
}

/** Readings of a sensor, as JSON in events with IDs. */
export function readings(first: number, last: number, after = 120): ScriptStep[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    after,
    event: { id: first + index, data: { reading: first + index, celsius: 20 + ((first + index) % 4) / 2 } },
  }));
}

/** Nothing more comes, and the connection stays open. */
export const stays: ScriptStep = { stall: true };
