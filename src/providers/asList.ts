import type { Maybe } from './Maybe.ts';

/**
 * Returns the values of an array that are not empty, and none for anything else. A provider may send anything, whatever its
 * documentation says.
 */
export function asList<Item>(value: Maybe<readonly Item[]>): readonly NonNullable<Item>[] {
  return Array.isArray(value) ? value.filter(Boolean) : [];
}
