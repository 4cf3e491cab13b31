import { createServer } from 'node:http';
import { allowOrigin, answerPreflight } from './cors.js';
import { createExchange } from './createExchange.js';
import { createRequestLog } from './createRequestLog.js';
import { article } from './routes/article.js';
import { createMemoryLog } from '../resumable/createMemoryLog.js';
import { createChat, createChatAnswers } from './routes/chat.js';
import { echo } from './routes/echo.js';
import { createOutage } from './routes/outage.js';
import { reset } from './routes/reset.js';
import { sse } from './routes/sse.js';
import { status } from './routes/status.js';
import { txt } from './routes/txt.js';
import { wrongType } from './routes/wrongType.js';

/**
 * @typedef {object} Route
 * @property {readonly string[]} methods The methods that the route answers.
 * @property {RegExp} path The paths that the route answers.
 * @property {string} example A path to show to who asks for another one.
 * @property {(exchange: import('./createExchange.js').Exchange) => void | Promise<void>} answer
 */

/** @type {readonly Route[]} */
const routes = [article, sse, txt, echo, status, wrongType, reset];

/**
 * Creates the server of the examples. It listens once `listen` is called.
 *
 * @param {object} [options]
 * @param {number} [options.speed] Divides every pause and every `retry:`, so that tests need not wait. Default 1.
 * @param {import('../resumable/createMemoryLog.js').AnswerLog} [options.answers] Keeps the answers of the chat. Default: in
 *   memory, for ten minutes after their end.
 * @returns {import('node:http').Server & { requests: readonly import('./createRequestLog.js').LoggedRequest[] }}
 *   the server, with the latest requests and how each one ended. `GET /log` answers the same over HTTP.
 */
export function createExampleServer({ speed = 1, answers = createMemoryLog({ timeToLive: 600_000 }) } = {}) {
  const log = createRequestLog();
  const server = createServer();
  const chat = [createChat(answers), createChatAnswers(answers)];
  const allRoutes = [...chat, ...routes, createOutage(server), log.route];

  server.on('request', async (request, response) => {
    allowOrigin(response);
    response.setHeader('X-Process', process.pid);
    if (request.method === 'OPTIONS') return answerPreflight(response);

    const exchange = createExchange(request, response, speed);
    const route = allRoutes.find(({ path }) => path.test(exchange.path));
    if (route !== log.route) log.record(exchange);
    try {
      await exchange.readBody();
      await answer(exchange, route);
    } catch (error) {
      // A client that left ends its route by the abort of a pause or a write; there is no one to answer.
      if (exchange.signal.aborted) return;
      console.error(error);
      if (response.headersSent) response.destroy();
      else exchange.json(500, { error: 'The example server failed. Its console says why.' });
    }
  });

  /** @param {import('./createExchange.js').Exchange} exchange @param {Route | undefined} route */
  function answer(exchange, route) {
    if (!route) {
      const { path } = exchange;
      const known = allRoutes.map(({ methods, example }) => `${methods.join('|')} ${example}`);
      return exchange.json(path === '/' ? 200 : 404, path === '/' ? { routes: known } : { error: `No ${path}`, known });
    }
    if (route.methods.includes(exchange.method)) return route.answer(exchange);
    exchange.response.setHeader('Allow', route.methods.join(', '));
    exchange.json(405, { error: `${exchange.path} answers ${route.methods.join(' and ')} only` });
  }

  return Object.assign(server, { requests: log.requests });
}
