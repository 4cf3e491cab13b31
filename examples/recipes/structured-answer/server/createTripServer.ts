import { streamOf } from './streamOf.ts';
import { planDay } from './planDay.ts';

interface TripServerSettings {
  /** Milliseconds between two tokens. */
  readonly interval: number;
}

/** Creates a server that speaks OpenAI's chat completions without a model. `POST /api/trip` streams a JSON document. */
export function createTripServer(settings: TripServerSettings) {
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/api/trip' || request.method !== 'POST') return new Response('Not found', { status: 404 });
    const { messages } = (await request.json()) as { messages: readonly { content: string }[] };
    return new Response(streamOf(writeEvents(messages.at(-1)?.content ?? '', settings)), {
      headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
    });
  };
}

async function* writeEvents(city: string, settings: TripServerSettings) {
  const tokens = JSON.stringify(planDay(city)).match(/.{1,5}/gu) ?? [];
  const breaksOff = city === 'Off the map';
  for (const token of breaksOff ? tokens.slice(0, tokens.length / 2) : tokens) {
    await pause(settings.interval);
    yield writeEvent({ content: token }, null);
  }
  if (breaksOff) throw new Error('the server has broken the connection');
  yield writeEvent({}, 'stop');
  yield 'data: [DONE]\n\n';
}

function writeEvent(delta: { content?: string }, reason: string | null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
