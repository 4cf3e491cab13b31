import type { EventSourceOptions } from 'react-streamed';

export const url = '/api/metrics';

/**
 * How every widget connects. `share` makes it one request for all of them, which is made with these options of the
 * widget that has joined first.
 */
export const connection = {
  share: true,
  idleTimeout: 10_000,
  reconnect: { initialDelay: 500, maxDelay: 4000 },
} satisfies EventSourceOptions;
