import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { askModel } from './askModel.js';

/**
 * Answers with the model's stream, byte for byte as it arrives, and leaves the model when the client leaves.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} messages
 */
export async function answerChat(response, messages) {
  if (!Array.isArray(messages)) return void response.writeHead(400).end();
  const client = new AbortController();
  // The close of the response, not of the request: that one comes as soon as the body of the question is read.
  response.once('close', () => client.abort());
  try {
    const upstream = await askModel(messages, client.signal);
    if (!upstream.ok || !upstream.body) return refuse(response, upstream.status, upstream.headers.get('retry-after'));
    response.writeHead(200, {
      'Content-Type': upstream.headers.get('content-type') ?? 'text/event-stream',
      // Neither a cache nor a compression may hold events back; nginx has a header of its own.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    // A stream of the model that breaks breaks the response too, so that the client does not take it for whole.
    await pipeline(Readable.fromWeb(/** @type {any} */ (upstream.body)), response);
  } catch (error) {
    if (client.signal.aborted) return;
    console.error(error);
    if (response.headersSent) response.destroy();
    else refuse(response, 502);
  }
}

/**
 * Says that the model cannot answer. What it said itself stays here: it may name the key.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string | null} [retryAfter]
 */
function refuse(response, status, retryAfter) {
  const isBusy = status === 429 || status === 503;
  response.writeHead(isBusy ? status : 502, {
    'Content-Type': 'application/json',
    ...(isBusy && retryAfter ? { 'Retry-After': retryAfter } : {}),
  });
  response.end(JSON.stringify({ error: 'The model cannot answer now.' }));
}
