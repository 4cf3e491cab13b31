import type { Clock } from 'react-streamed/core';
import type { NetworkConditions } from './NetworkConditions.ts';

/** What the parts of a simulated network share. */
export interface NetworkTools {
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  /** Returns a number from 0 to below 1. */
  random(): number;
  /** Returns the conditions as they are now. */
  conditions(): NetworkConditions;
}
