import { useState } from 'react';
import { useFetchStream } from 'react-streamed';
import { fits } from './fits.ts';
import { useDebouncedValue } from './useDebouncedValue.ts';

export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** How many suggestions are asked for. */
const limit = 10;

/** Fast typists send a request every other key or so. A longer delay would be felt. */
const debounce = 80;

const parse = (line: string) => JSON.parse(line) as Suggestion;

/**
 * Suggests what fits a query. Another query is another URL, which aborts the request before it.
 *
 * @param isActive - whether suggestions are wanted. Without them, nothing is requested.
 */
export function useSuggestions(query: string, isActive: boolean) {
  const [previous, setPrevious] = useState<readonly Suggestion[]>([]);
  const asked = useDebouncedValue(query.trim(), debounce);
  const url = isActive && asked ? `/api/search?q=${encodeURIComponent(asked)}&limit=${limit}` : null;
  const { data, status, error, start } = useFetchStream(url, { as: 'json-lines', parse });

  const isAsked = asked === query.trim();
  const found = isAsked ? data : [];
  const isSearching =
    isActive && query.trim() !== '' && (!isAsked || status === 'connecting' || status === 'streaming');
  // A new answer begins with one line. Until it has ended, what was shown before stays below it as far as it fits, so
  // that the list neither collapses nor grows again with every key.
  const isIncomplete = isSearching || error !== undefined;
  const kept = isIncomplete ? previous.filter(({ name }) => fits(name, query.trim())) : [];
  const fitting = joinSuggestions(found, kept).slice(0, limit);
  const suggestions = isSearching && fitting.length === 0 ? previous : fitting;

  return {
    suggestions,
    isSearching,
    error: isAsked ? error : undefined,
    /** Keeps what is shown on show. Call it before the query changes. */
    keep: () => setPrevious(suggestions),
    retry: () => void start(),
  };
}

function joinSuggestions(found: readonly Suggestion[], kept: readonly Suggestion[]): readonly Suggestion[] {
  const ids = new Set(found.map(({ id }) => id));
  return [...found, ...kept.filter(({ id }) => !ids.has(id))];
}
