import { STATUS_CODES } from 'node:http';

/** @type {Record<number, string>} */
const sentences = {
  401: 'Your session is over. Sign in again.',
  404: 'There is nothing here.',
  429: 'Too many requests. Wait a moment.',
  500: 'The server stumbled.',
  503: 'The server is having a rest.',
};

/**
 * `/status/401` and so on: that status, with a JSON body where the status may have one. `?retryAfter=` adds the header
 * Retry-After, in seconds.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const status = {
  methods: ['GET', 'POST'],
  path: /^\/status\/[2-5]\d\d$/,
  example: '/status/401',
  answer({ path, query, response, json }) {
    const code = Number(path.slice(-3));
    const retryAfter = query.get('retryAfter');
    if (retryAfter !== null && /^\d+$/.test(retryAfter)) response.setHeader('Retry-After', retryAfter);
    if (code === 204 || code === 205 || code === 304) {
      response.writeHead(code);
      response.end();
      return;
    }
    json(code, { error: { code, message: sentences[code] ?? STATUS_CODES[code] ?? 'Unknown status' } });
  },
};
