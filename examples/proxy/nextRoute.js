import { askModel } from './askModel.js';

/**
 * A route handler of Next.js: `app/api/chat/route.js`.
 *
 * @param {Request} request
 */
export async function POST(request) {
  // The place to ask who this is and how much they may spend.
  const body = await request.json().catch(() => null);
  if (!Array.isArray(body?.messages)) return new Response(null, { status: 400 });
  // The signal aborts when the client leaves, before the first byte of the answer and after it.
  const upstream = await askModel(body.messages, request.signal);
  if (!upstream.ok) {
    // What the model said itself stays here: it may name the key.
    const isBusy = upstream.status === 429 || upstream.status === 503;
    const retryAfter = isBusy && upstream.headers.get('retry-after');
    return Response.json(
      { error: 'The model cannot answer now.' },
      { status: isBusy ? upstream.status : 502, headers: retryAfter ? { 'Retry-After': retryAfter } : {} },
    );
  }
  return new Response(upstream.body, {
    headers: {
      'Content-Type': upstream.headers.get('content-type') ?? 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
