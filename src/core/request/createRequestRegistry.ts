import type { Clock } from '../platform/clock.ts';
import { createSharedRequest, type SharedRequest } from './createSharedRequest.ts';
import type { ShareKey } from './shareKey.ts';
import { warnOfOtherCredentials } from './warnOfOtherCredentials.ts';

/** The shared requests that are under way. */
export interface RequestRegistry {
  /** Finds the request of a name, or creates one. Without a key, it is nobody else's. */
  find(clock: Clock, key: ShareKey | undefined): SharedRequest;
}

interface RegistryEntry {
  readonly request: SharedRequest;
  readonly credentials: string;
}

/** Creates an empty registry. */
export function createRequestRegistry(): RequestRegistry {
  const entries = new Map<string, RegistryEntry>();

  const create = (clock: Clock, { name, credentials, sharing }: ShareKey) => {
    const entry: RegistryEntry = {
      credentials,
      request: createSharedRequest(clock, {
        sharing,
        onStart: () => entries.set(name, entry),
        // Another request may have been started under the name since.
        onStop: () => {
          if (entries.get(name) === entry) entries.delete(name);
        },
      }),
    };
    return entry.request;
  };

  return {
    find: (clock, key) => {
      if (!key) return createSharedRequest(clock, undefined);
      const running = entries.get(key.name);
      if (!running) return create(clock, key);
      if (running.credentials === key.credentials) return running.request;
      warnOfOtherCredentials(key.name);
      return createSharedRequest(clock, undefined);
    },
  };
}

/** The registry of all event sources of this copy of the package. */
export const requestRegistry: RequestRegistry = /* @__PURE__ */ createRequestRegistry();
