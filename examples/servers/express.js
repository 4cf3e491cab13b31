import express from 'express';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createSources } from './sources.js';
import { startIfMain } from './startIfMain.js';

/** Creates a server of Express that streams a feed, an answer and a log. */
export function createExpressServer({ feed, answer, log } = createSources()) {
  const app = express();

  app.get('/feed', (request, response) =>
    send(response, 'text/event-stream', async function* (signal) {
      for await (const { id, data } of feed(request.get('Last-Event-ID'), signal)) yield `id: ${id}\ndata: ${data}\n\n`;
    }),
  );

  app.post('/chat', express.json({ limit: '100kb' }), (request, response) => {
    const message = request.body?.message;
    if (typeof message !== 'string') return response.status(400).json({ error: 'A message is missing.' });
    return send(response, 'text/event-stream', async function* (signal) {
      for await (const text of answer(message, signal)) yield `data: ${JSON.stringify({ text })}\n\n`;
      yield 'data: [DONE]\n\n';
    });
  });

  app.get('/log', (_request, response) => send(response, 'text/plain', log));

  return createServer(app);
}

await startIfMain(import.meta.url, createExpressServer);

/**
 * Sends each piece as it comes, and stops their source when the client leaves.
 *
 * @param {import('express').Response} response
 * @param {string} type
 * @param {(signal: AbortSignal) => AsyncIterable<string>} pieces
 */
async function send(response, type, pieces) {
  const client = new AbortController();
  response.once('close', () => client.abort());
  // Neither a cache nor a compression may hold pieces back; nginx needs its own header.
  response.set({ 'Content-Type': type, 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const heartbeat = setInterval(() => {
    // A write after the end would be an error that nobody handles.
    if (type === 'text/event-stream' && !response.writableEnded) response.write(': \n\n');
  }, 15_000);
  try {
    await pipeline(pieces(client.signal), response);
  } catch (error) {
    if (!client.signal.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
