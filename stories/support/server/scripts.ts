import type { ScriptStep } from 'react-streamed/testing';

/** A text as a model sends it: a word at a time. */
export function inWords(text: string, after = 40): ScriptStep[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => ({ after, text: word }));
}

/** Readings of a thermometer, in events with IDs. */
export function readings(first: number, last: number, after = 120): ScriptStep[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const id = first + index;
    return { after, event: { id, data: `Reading ${id}: ${(20 + (id % 4) / 2).toFixed(1)} °C` } };
  });
}

/** A quick feed of `count` numbers. */
export function ticks(count: number, after: number): ScriptStep[] {
  return Array.from({ length: count }, (_, index) => ({ after, event: String(index + 1) }));
}

/** Nothing more comes, and the connection stays open. */
export const stays: ScriptStep = { stall: true };
