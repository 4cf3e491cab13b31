import { useEffect, useMemo, useState } from 'react';
import { createLogSearch, type LogSearch } from './createLogSearch.ts';
import type { Log } from './logPages.ts';
import type { Rows } from './Rows.ts';

/** What a search has found so far. */
interface Matches {
  readonly rows: Rows;
  /** Whether there is more to search. */
  readonly isSearching: boolean;
}

interface Found {
  readonly search: LogSearch;
  readonly rows: Rows;
  readonly isDone: boolean;
}

/** Searches a log while it arrives, without holding up the page. Returns `undefined` if there is nothing to search for. */
export function useMatches(log: Log, pattern: RegExp | undefined): Matches | undefined {
  const search = useMemo(() => pattern && createLogSearch(pattern), [pattern]);
  const [found, setFound] = useState<Found>();

  useEffect(() => {
    if (!search) return;
    let timer: ReturnType<typeof setTimeout>;
    const searchOn = () => {
      const isDone = search.searchOn(log);
      setFound({ search, rows: search.rows(), isDone });
      if (!isDone) timer = setTimeout(searchOn);
    };
    timer = setTimeout(searchOn);
    return () => clearTimeout(timer);
  }, [search, log]);

  if (!search) return undefined;
  // Until the first slice is searched, the rows of the previous search stay, so that the list does not flash.
  const rows = found?.rows ?? search.rows();
  return { rows, isSearching: found?.search !== search || !found.isDone };
}
