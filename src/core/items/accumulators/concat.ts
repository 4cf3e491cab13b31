import type { Accumulator } from './Accumulator.ts';
import { assertTextFits } from './assertTextFits.ts';

/** Joins the items into one string. */
export function concat(): Accumulator<unknown, string> {
  const accumulator: Accumulator<unknown, string, string> = {
    create: () => '',
    add: (text, item) => {
      const addition = String(item);
      assertTextFits(text.length + addition.length);
      return text + addition;
    },
    snapshot: (text) => text,
    restore: (text) => text,
  };
  return accumulator;
}
