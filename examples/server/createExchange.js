import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** The bytes that the body of a request may hold. */
const maxBodySize = 1024 * 1024;

/** @typedef {ReturnType<typeof createExchange>} Exchange */

/**
 * Ties a request to its response, with the functions that the routes need. Their promises reject once the client has left,
 * so that a route stops working when nobody reads its response.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} speed
 */
export function createExchange(request, response, speed) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const controller = new AbortController();
  const { signal } = controller;
  let body = '';
  let wasCut = false;
  response.on('close', () => controller.abort());

  return {
    request,
    response,
    signal,
    speed,
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    get body() {
      return body;
    },
    /** Whether the server itself broke the connection off. */
    get wasCut() {
      return wasCut;
    },

    /**
     * Reads a number of the query. If it is not a number or out of range, the fallback is used.
     *
     * @param {string} name
     * @param {number} fallback
     * @param {number} [max]
     */
    number(name, fallback, max = 3_600_000) {
      const text = url.searchParams.get(name);
      const value = text?.trim() ? Number(text) : fallback;
      return value >= 0 && value <= max ? value : fallback;
    },

    /** Reads the whole body of the request. */
    async readBody() {
      /** @type {Buffer[]} */
      const chunks = [];
      let size = 0;
      for await (const chunk of request) {
        size += chunk.length;
        if (size > maxBodySize) throw new RangeError('The body of the request is larger than 1 MiB.');
        chunks.push(chunk);
      }
      body = Buffer.concat(chunks).toString('utf8');
    },

    /** @param {number} delay in milliseconds, before `speed` shortens it */
    async pause(delay) {
      await wait(delay / speed, undefined, { signal });
    },

    /** @param {string | Uint8Array} chunk */
    async write(chunk) {
      signal.throwIfAborted();
      if (!response.write(chunk)) await once(response, 'drain', { signal });
    },

    /** @param {number} status @param {unknown} value */
    json(status, value) {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(`${JSON.stringify(value, undefined, 2)}\n`);
    },

    /** Breaks the connection off without an end, as a proxy or a bad network does. */
    cut() {
      wasCut = true;
      response.destroy();
    },

    /** Resets the connection (TCP RST), as a crashed server does. */
    reset() {
      wasCut = true;
      request.socket.resetAndDestroy();
    },
  };
}
