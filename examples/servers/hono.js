import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE, streamText } from 'hono/streaming';
import { createSources } from './sources.js';
import { startIfMain } from './startIfMain.js';

/** Creates a server of Hono that streams a feed, an answer and a log. */
export function createHonoServer({ feed, answer, log } = createSources()) {
  /** @type {Hono<Env>} */
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    // Neither a cache nor a compression may hold pieces back; nginx needs its own header.
    context.header('Cache-Control', 'no-store, no-transform');
    context.header('X-Accel-Buffering', 'no');
  });

  app.get('/feed', (context) =>
    streamSSE(context, (stream) =>
      send(context, stream, async (signal) => {
        for await (const event of feed(context.req.header('Last-Event-ID'), signal)) await stream.writeSSE(event);
      }),
    ),
  );

  app.post('/chat', async (context) => {
    const body = await context.req.json().catch(() => undefined);
    const message = body?.message;
    if (typeof message !== 'string') return context.json({ error: 'A message is missing.' }, 400);
    return streamSSE(context, (stream) =>
      send(context, stream, async (signal) => {
        for await (const text of answer(message, signal)) await stream.writeSSE({ data: JSON.stringify({ text }) });
        await stream.writeSSE({ data: '[DONE]' });
      }),
    );
  });

  app.get('/log', (context) =>
    streamText(context, (stream) =>
      send(context, stream, async (signal) => {
        for await (const line of log(signal)) await stream.write(line);
      }),
    ),
  );

  return /** @type {import('node:http').Server} */ (createAdaptorServer({ fetch: app.fetch }));
}

await startIfMain(import.meta.url, createHonoServer);

/** @typedef {{ Bindings: import('@hono/node-server').HttpBindings }} Env */

/**
 * Writes until the source ends or the client leaves.
 *
 * @param {import('hono').Context<Env>} context
 * @param {import('hono/utils/stream').StreamingApi} stream
 * @param {(signal: AbortSignal) => Promise<void>} write
 */
async function send(context, stream, write) {
  const client = new AbortController();
  stream.onAbort(() => client.abort());
  const heartbeat = 'writeSSE' in stream ? setInterval(() => stream.write(': \n\n'), 15_000) : undefined;
  try {
    await write(client.signal);
  } catch (error) {
    if (client.signal.aborted) return;
    console.error(error);
    // Hono would end the response well, and the client take what it has for the whole.
    context.env.outgoing.destroy();
  } finally {
    clearInterval(heartbeat);
  }
}
