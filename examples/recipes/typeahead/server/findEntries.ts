import { fits, startsLike } from '../src/fits.ts';
import type { Suggestion } from '../src/useSuggestions.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

/** What a runtime knows without a database: some 1,000 entries. */
const entries: readonly Suggestion[] = [
  ...nameAll('Country', 'region', pairs),
  ...nameAll('Currency', 'currency', Intl.supportedValuesOf('currency')),
  ...Intl.supportedValuesOf('timeZone').map((zone) => ({
    id: `Time zone ${zone}`,
    name: zone.replaceAll('_', ' '),
    kind: 'Time zone',
  })),
];

/** Finds entries by their names. Those that begin with the query come first. */
export function findEntries(query: string, limit: number): readonly Suggestion[] {
  const found = entries.filter(({ name }) => fits(name, query));
  const first = found.filter(({ name }) => startsLike(name, query));
  const rest = found.filter(({ name }) => !startsLike(name, query));
  return [...first, ...rest].slice(0, limit);
}

function nameAll(kind: string, type: 'region' | 'currency', codes: readonly string[]): Suggestion[] {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name ? [{ id: `${kind} ${code}`, name, kind }] : [];
  });
}
