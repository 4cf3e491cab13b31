import type { Accumulator } from './Accumulator.ts';

/** Joins the items into one string. */
export function concat(): Accumulator<unknown, string> {
  const accumulator: Accumulator<unknown, string, string> = {
    create: () => '',
    add: (text, item) => text + String(item),
    snapshot: (text) => text,
  };
  return accumulator;
}
