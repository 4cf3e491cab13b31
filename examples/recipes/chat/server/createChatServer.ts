import { streamOf } from './streamOf.ts';
import { writeAnswer, type ChatMessage, type Delta } from './writeAnswer.ts';

interface ChatServerSettings {
  /** Milliseconds between two tokens. */
  readonly interval: number;
}

/**
 * Creates a server that speaks OpenAI's chat completions without a model. `POST /api/chat` streams an answer, and
 * `GET /api/weather?city=` is what the tool of the page asks.
 */
export function createChatServer(settings: ChatServerSettings) {
  return async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/api/weather') return Response.json(weatherIn(searchParams.get('city') ?? ''));
    if (pathname !== '/api/chat' || request.method !== 'POST') return new Response('Not found', { status: 404 });
    const { messages } = (await request.json()) as { messages: readonly ChatMessage[] };
    return new Response(streamOf(writeEvents(messages, settings)), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    });
  };
}

async function* writeEvents(messages: readonly ChatMessage[], settings: ChatServerSettings) {
  const deltas = writeAnswer(messages);
  let reason = 'stop';
  for (const delta of deltas) {
    await pause(settings.interval);
    if (delta.tool_calls) reason = 'tool_calls';
    yield writeEvent(delta, null);
  }
  yield writeEvent({}, reason);
  yield 'data: [DONE]\n\n';
}

function writeEvent(delta: Delta, reason: string | null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

const skies = ['clear', 'cloudy', 'light rain', 'windy'];

/** The weather of a city, which is always the same. */
function weatherIn(city: string) {
  const seed = Array.from(city, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0);
  return { city, celsius: 5 + (seed % 23), sky: skies[seed % skies.length] };
}
