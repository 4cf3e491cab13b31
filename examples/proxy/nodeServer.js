import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { answerChat } from './answerChat.js';

export const server = createServer(async (request, response) => {
  if (request.method !== 'POST' || request.url !== '/api/chat') return response.writeHead(404).end();
  // The place to ask who this is and how much they may spend.
  const body = /** @type {{ messages?: unknown } | null} */ (await json(request).catch(() => null));
  await answerChat(response, body?.messages);
});
