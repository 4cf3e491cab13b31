import type { Maybe } from './Maybe.ts';

/** Finds the first of the alternative answers that a chunk adds to: the one whose index is 0 or left out. */
export function findFirst<Alternative extends { readonly index?: Maybe<number> }>(
  alternatives: Maybe<readonly Alternative[]>,
): Alternative | undefined {
  // A provider may send anything, whatever its documentation says.
  if (!Array.isArray(alternatives)) return undefined;
  return alternatives.find((alternative: Maybe<Alternative>) => alternative && !alternative.index);
}
