import { streamOf } from './streamOf.ts';

interface AnswerServerSettings {
  /** Milliseconds between two words. */
  readonly interval: number;
}

/** Creates a server that streams text: `POST /api/answer` with `{ question }`. */
export function createAnswerServer(settings: AnswerServerSettings) {
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/api/answer' || request.method !== 'POST') return new Response('Not found', { status: 404 });
    const { question } = (await request.json()) as { question: string };
    return new Response(streamOf(writeWords(question, settings)), {
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  };
}

async function* writeWords(question: string, settings: AnswerServerSettings) {
  for (const word of answerFor(question).match(/\S+\s*/g) ?? []) {
    await pause(settings.interval);
    yield word;
  }
  if (question.includes('Break')) throw new Error('the server has broken the connection');
}

function answerFor(question: string): string {
  if (question.includes('Break')) return 'The server breaks the connection before the end of this';
  return (
    `You asked: ${question}\n\n` +
    'The answer streams into the cache, word by word. The text above and the number of words below read the same ' +
    'entry, so there is one request for both.\n\n' +
    'Choose another question and come back: the answer is there at once, and the server is not asked again. If you ' +
    'leave before the end, the request is aborted, and you can ask again.'
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
