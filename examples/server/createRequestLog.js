/** The requests that the log keeps. */
const limit = 500;

/**
 * @typedef {object} LoggedRequest
 * @property {string} id What the response names it by, in `X-Request-Id`.
 * @property {string} method
 * @property {string} path
 * @property {string} search The query, with its question mark.
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 * @property {number} openedAt A `Date.now()` time.
 * @property {number | undefined} closedAt A `Date.now()` time; undefined while the connection is open.
 * @property {'open' | 'finished' | 'aborted' | 'cut'} state `aborted` by the client, `cut` by the server.
 */

/** Records each request and how it ended, so that a test (or a curious reader) can see what the server saw. */
export function createRequestLog() {
  /** @type {LoggedRequest[]} */
  const requests = [];
  let count = 0;

  return {
    requests,

    /** @param {import('./createExchange.js').Exchange} exchange */
    record(exchange) {
      const { request, response } = exchange;
      count += 1;
      /** @type {LoggedRequest} */
      const entry = {
        id: String(count),
        method: exchange.method,
        path: exchange.path,
        search: exchange.query.size > 0 ? `?${exchange.query}` : '',
        headers: request.headers,
        get body() {
          return exchange.body;
        },
        openedAt: Date.now(),
        closedAt: undefined,
        state: 'open',
      };
      response.setHeader('X-Request-Id', entry.id);
      response.on('close', () => {
        entry.closedAt = Date.now();
        if (exchange.wasCut) entry.state = 'cut';
        else entry.state = response.writableFinished ? 'finished' : 'aborted';
      });
      requests.push(entry);
      if (requests.length > limit) requests.shift();
    },

    /**
     * `GET /log`, `?id=` for one request and `?path=` for those of one route.
     *
     * @type {import('./createExampleServer.js').Route}
     */
    route: {
      methods: ['GET'],
      path: /^\/log$/,
      example: '/log',
      answer({ query, json }) {
        const id = query.get('id');
        const path = query.get('path');
        json(
          200,
          requests.filter((entry) => (id === null || entry.id === id) && (path === null || entry.path === path)),
        );
      },
    },
  };
}
