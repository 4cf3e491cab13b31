import type { Clock } from '../core/platform/clock.ts';
import { isPageHidden } from '../core/platform/isPageHidden.ts';
import type { LeaderMessage } from './TabMessage.ts';

/** By how much tabs differ in their patience, in milliseconds, so that not all of them take over at once. */
const patienceSpread = 500;

/** What a heartbeat works with. */
export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Returns how long a leader may be silent, in milliseconds. Without a limit, it may be silent for ever. */
  limit(): number;
  isLeader(): boolean;
  /** Shows the other tabs that this leader is alive. */
  beat(): void;
  /** Takes the place of a leader that is silent, or hidden. */
  takeOver(): void;
}

/** A leader beats twice in the time that it may be silent. A visible follower takes over after that time. */
export interface Heartbeat {
  /** Begins to beat as a leader. */
  lead(): void;
  /** Begins to wait for a leader, as if one had been heard now. */
  follow(): void;
  /** Takes note that a leader was heard. */
  hear(message: LeaderMessage): void;
  stop(): void;
}

/** Creates the heartbeat of a tab that neither leads nor follows. */
export function createHeartbeat({ clock, limit, isLeader, beat, takeOver }: HeartbeatOptions): Heartbeat {
  const patience = Math.random() * patienceSpread;
  let heardAt = 0;
  let isLeaderHidden = false;
  let timer: unknown;

  const stop = () => clock.clearTimeout(timer);
  const wait = (delay: number) => {
    stop();
    if (delay < Infinity) timer = clock.setTimeout(watch, delay);
  };
  const watch = () => {
    if (isLeader()) {
      beat();
      wait(limit() / 2);
      return;
    }
    // A message changes only a number: thousands arrive in a second.
    const rest = heardAt + (isLeaderHidden ? 0 : limit()) + patience - clock.now();
    if (rest > 0) wait(rest);
    else if (isPageHidden()) wait(limit());
    else takeOver();
  };
  const expectLeader = (isHidden: boolean) => {
    heardAt = clock.now();
    isLeaderHidden = isHidden;
    watch();
  };

  return {
    lead: watch,
    follow: () => expectLeader(false),
    hear: ({ isHidden, lastEventId }) => {
      // Without IDs, a change of leaders may lose events, which a hidden leader is not worth.
      const isReplaceable = isHidden && lastEventId !== '';
      if (isReplaceable !== isLeaderHidden) expectLeader(isReplaceable);
      else if (!isReplaceable) heardAt = clock.now();
    },
    stop,
  };
}
