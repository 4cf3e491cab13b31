/**
 * `/echo` and `/post`: what the server received, as JSON.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const echo = {
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  path: /^\/(echo|post)$/,
  example: '/echo',
  answer({ method, path, query, request, body, json }) {
    json(200, { method, path, query: Object.fromEntries(query), headers: request.headers, body, json: jsonOf(body) });
  },
};

/** @param {string} text */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
