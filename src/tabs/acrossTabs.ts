import type { AttemptOutcome } from '../core/request/sendAttempt.ts';
import type { Sharing } from '../core/request/Sharing.ts';
import { joinTabs, ledNames } from './joinTabs.ts';

/** Which tab holds the connection of a name. */
export interface TabRoles {
  /** Whether this page sends the request. */
  readonly isLeader: boolean;
  /** How many pages wait to lead, and receive what the leader has requested. */
  readonly followers: number;
}

/** To hand over is to send the request again after an end without a failure. */
const handover: AttemptOutcome = {
  error: undefined,
  isTransient: false,
  hasNoContent: false,
  openFor: undefined,
  hasDelivered: false,
};

const lockNameOf = (name: string) => `react-streamed:${name}`;

/**
 * Makes one request for all tabs of an origin that use the same name, as the value of `share`. One tab sends the request
 * and passes on what arrives. If it is closed, another tab continues after the last event ID. The tabs use a Web Lock and a
 * `BroadcastChannel`, whose names are `react-streamed:` and the name. Each tab sends its own request if the page cannot use
 * Web Locks, which need https or localhost, or if the source does not reconnect.
 *
 * @param name - says what the stream is and who the user is, because a tab receives whatever another tab with the same
 *   name has requested.
 */
export function acrossTabs(name: string): Sharing {
  const lockName = lockNameOf(name);
  return {
    name: lockName,
    start: (request, tools) => {
      // A source that does not reconnect must not be handed over.
      if (canShare() && request.plan().policy(handover)) return joinTabs(lockName, request, tools);
      return undefined;
    },
  };
}

/**
 * Asks the browser which tab holds the connection of a name at this moment.
 *
 * @param name - the name given to `acrossTabs`.
 * @returns no followers if the page cannot use Web Locks.
 */
export async function queryTabs(name: string): Promise<TabRoles> {
  const lockName = lockNameOf(name);
  const isLeader = ledNames.has(lockName);
  if (!canShare()) return { isLeader, followers: 0 };
  const { pending = [] } = await navigator.locks.query();
  return { isLeader, followers: pending.filter((lock) => lock.name === lockName).length };
}

/** Tells whether this is a page in a browser whose tabs can share. */
function canShare(): boolean {
  return typeof document === 'object' && typeof BroadcastChannel === 'function' && 'locks' in navigator;
}
