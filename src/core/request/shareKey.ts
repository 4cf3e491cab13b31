import { readSafely } from '../readSafely.ts';
import type { RequestSource } from './buildRequest.ts';
import type { Sharing, SharingOption } from './Sharing.ts';
import { isOpaque, requestIdentity, type KeyedSource } from './isSameStream.ts';

/** What a request is shared as. */
export interface ShareKey {
  readonly name: string;
  /** What all requests of one name must have in common, so that one user's stream never reaches another. */
  readonly credentials: string;
  /** Makes the request of this name in another way. */
  readonly sharing?: Sharing | undefined;
}

/** Returns what a request is shared as; `undefined` if it is not shared, or if only a `key` could tell it from others. */
export function shareKeyOf(source: KeyedSource & { share?: SharingOption }): ShareKey | undefined {
  const { share } = source;
  if (!share) return undefined;
  if (share === true) return keyOfEqualRequests(source);
  const credentials = describeCredentials(source);
  return typeof share === 'string' ? { name: share, credentials } : { name: share.name, credentials, sharing: share };
}

/** Returns the key with which only equal requests are shared. */
function keyOfEqualRequests(source: KeyedSource): ShareKey | undefined {
  const hasKey = source.key !== undefined && source.key !== null;
  if (!hasKey && (isOpaque(source) || typeof source.headers === 'function')) return undefined;
  const credentials = describeCredentials(source);
  // With a key, another `fetch` is trusted to be for the same user, as functions for the URL, headers and body are.
  const fetchNumber = hasKey ? '' : numberOf(source.fetch);
  const name = JSON.stringify([requestIdentity(source), credentials, fetchNumber, String(source.key)]);
  return { name, credentials };
}

/** Describes what a server recognises the user by, as far as it is not made by a function for each attempt. */
function describeCredentials({ credentials, headers }: RequestSource): string {
  if (typeof headers === 'function') return JSON.stringify([credentials, 'function']);
  // An invalid header fails the request, with a sentence about it.
  const given = readSafely(() => [...new Headers(headers)]);
  return JSON.stringify([credentials, given]);
}

const fetchNumbers = new WeakMap<typeof fetch, number>();
let latestFetchNumber = 0;

/** Numbers the custom `fetch` functions, because they may add credentials. */
function numberOf(customFetch: typeof fetch | undefined): number {
  if (!customFetch) return 0;
  const known = fetchNumbers.get(customFetch);
  if (known !== undefined) return known;
  latestFetchNumber += 1;
  fetchNumbers.set(customFetch, latestFetchNumber);
  return latestFetchNumber;
}
