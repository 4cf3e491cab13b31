import { homepage } from '../../../package.json';
import { nameRequest } from '../nameRequest.ts';
import type { Finder } from './Finder.ts';

/** How many names of one request are too many. */
const mostNames = 2;

/** Finds a name for sharing that is another one at each render, so that nothing is shared. */
export function findChangingNames(): Finder {
  const namesOfRequests = new Map<string, Set<string>>();

  return (record) => {
    if (record.type !== 'commit' || typeof record.share !== 'string') return undefined;
    const { method, url, key, share } = record;
    const request = JSON.stringify([method, url, key]);
    const names = namesOfRequests.get(request) ?? new Set();
    namesOfRequests.set(request, names.add(share));
    if (names.size <= mostNames) return undefined;
    return `the option \`share\` of ${nameRequest(record)} is another name at each render, so that no connection is shared. Use the same name each time. See ${homepage}/blob/main/docs/guides/sharing-a-connection.md`;
  };
}
