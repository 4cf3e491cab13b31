import { importSource } from '../support/importSource.js';

const { planRetry } = await importSource('core/request/planRetry.ts');
const { StreamError } = await importSource('core/StreamError.ts');

const failure = {
  error: new StreamError('network', 'The connection was lost.'),
  isTransient: true,
  hasNoContent: false,
  hasDelivered: false,
  openFor: undefined,
};
/** How the connection of a minute ends: it breaks, or the server ends its response. */
const endings = {
  killed: { ...failure, hasDelivered: true, openFor: 60_000 },
  ended: { ...failure, error: undefined, hasDelivered: true, openFor: 60_000 },
};

/**
 * Calculates by the policy of the library when clients come back to a server that restarts.
 *
 * @param restart.downtime - for how long every request fails, in milliseconds.
 * @returns the times of the requests that reach the server, one of each client, in milliseconds since its end.
 */
export function simulateClients({ clients, reconnectionTime, ending, downtime }) {
  return Array.from({ length: clients }, () => {
    let outcome = endings[ending];
    let attempt = 1;
    let time = 0;
    do {
      const { reconnection } = planRetry(true, outcome, { attempt, reconnectionTime });
      time += reconnection.delay;
      attempt = reconnection.attempt + 1;
      outcome = failure;
    } while (time < downtime);
    return time;
  });
}
