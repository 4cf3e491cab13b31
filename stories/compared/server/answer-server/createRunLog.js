/**
 * A request as the server saw it.
 *
 * @typedef {object} RequestRecord
 * @property {string} method
 * @property {number} lastEventId
 * @property {number} status
 * @property {number} sent How many tokens the server wrote.
 * @property {'open' | 'complete' | 'cut' | 'ended early' | 'canceled'} ending `canceled`: by the client.
 */

/**
 * The requests of one client in one run.
 *
 * @typedef {object} ClientLog
 * @property {number} firstAt The time of its first request.
 * @property {RequestRecord[]} requests
 */

/** Creates the server's log. */
export function createRunLog() {
  /** @type {Map<string, ClientLog>} */
  const logs = new Map();
  return {
    /**
     * Finds the log of a client, or begins one.
     *
     * @param {string} client A name that is unique over all runs.
     */
    of(client) {
      const log = logs.get(client) ?? { firstAt: performance.now(), requests: [] };
      logs.set(client, log);
      return log;
    },
    /**
     * Reads the requests of a client.
     *
     * @param {string} client
     */
    read: (client) => logs.get(client)?.requests ?? [],
  };
}
