import type { NetworkTools } from './NetworkTools.ts';

/** Carries what is sent to the other side, in order. */
export interface DelayLine {
  /** Calls `arrive` after the latency and a random part of the jitter, and never before what was sent earlier. */
  send(arrive: () => void): void;
  /** Recalculates the arrivals. To be called if the conditions have changed. */
  update(): void;
  /** Loses what is under way. */
  close(): void;
}

interface Parcel {
  readonly sentAt: number;
  /** Which part of the jitter it waits for, from 0 to 1. */
  readonly part: number;
  readonly arrive: () => void;
}

/** By how many milliseconds a timer may be early. */
const tolerance = 0.5;

/** Creates one direction of a connection. */
export function createDelayLine({ clock, random, conditions }: NetworkTools): DelayLine {
  let parcels: Parcel[] = [];
  let timer: unknown;

  const timeLeft = ({ sentAt, part }: Parcel) => {
    const { latency, jitter } = conditions();
    return sentAt + latency + part * jitter - clock.now();
  };
  const deliver = () => {
    clock.clearTimeout(timer);
    for (let [next] = parcels; next; [next] = parcels) {
      const left = timeLeft(next);
      if (left > tolerance) {
        timer = clock.setTimeout(deliver, left);
        return;
      }
      parcels.shift();
      next.arrive();
    }
  };

  return {
    send: (arrive) => {
      parcels.push({ sentAt: clock.now(), part: random(), arrive });
      // Not at once, even without a latency: what is sent never arrives before `send` has returned.
      if (parcels.length === 1) timer = clock.setTimeout(deliver, Math.max(0, timeLeft(parcels[0]!)));
    },
    update: deliver,
    close: () => {
      parcels = [];
      clock.clearTimeout(timer);
    },
  };
}
