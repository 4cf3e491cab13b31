import Fastify from 'fastify';
import { Readable } from 'node:stream';
import { createSources } from './sources.js';
import { startIfMain } from './startIfMain.js';

const chatBody = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } };

/** Creates a server of Fastify that streams a feed, an answer and a log. */
export async function createFastifyServer({ feed, answer, log } = createSources()) {
  const app = Fastify();

  app.get('/feed', (request, reply) => {
    const lastEventId = request.headers['last-event-id']?.toString();
    return send(reply, 'text/event-stream', async function* (signal) {
      for await (const { id, data } of feed(lastEventId, signal)) yield `id: ${id}\ndata: ${data}\n\n`;
    });
  });

  app.post('/chat', { schema: { body: chatBody } }, (request, reply) => {
    const { message } = /** @type {{ message: string }} */ (request.body);
    return send(reply, 'text/event-stream', async function* (signal) {
      for await (const text of answer(message, signal)) yield `data: ${JSON.stringify({ text })}\n\n`;
      yield 'data: [DONE]\n\n';
    });
  });

  app.get('/log', (_request, reply) => send(reply, 'text/plain', log));

  await app.ready();
  return app.server;
}

await startIfMain(import.meta.url, createFastifyServer);

/**
 * Sends each piece as it comes, and stops their source when the client leaves.
 *
 * @param {import('fastify').FastifyReply} reply
 * @param {string} type
 * @param {(signal: AbortSignal) => AsyncIterable<string>} pieces
 */
function send(reply, type, pieces) {
  const client = new AbortController();
  const isEvents = type === 'text/event-stream';
  const heartbeat = setInterval(() => {
    // A write after the end would be an error that nobody handles.
    if (isEvents && !reply.raw.writableEnded) reply.raw.write(': \n\n');
  }, 15_000);
  reply.raw.once('close', () => {
    clearInterval(heartbeat);
    client.abort();
  });
  // Neither a cache nor a compression may hold pieces back; nginx needs its own header.
  reply.headers({ 'Content-Type': type, 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  const body = async function* () {
    // Fastify sends the head with the first piece. A comment opens the stream before there is an event.
    if (isEvents) yield ': \n\n';
    yield* pieces(client.signal);
  };
  return reply.send(Readable.from(body()));
}
