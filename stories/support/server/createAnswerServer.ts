import { createMockStream, type MockRequest } from 'react-streamed/testing';
import type { Timeline } from '../charts/createTimeline.ts';
import { answer as answerText } from './sampleTexts.ts';

/** How an answer server behaves. Can be changed while it runs. */
export interface AnswerServerSettings {
  /** Milliseconds between two words. */
  delay: number;
  /** Cuts each connection after so many words. `0`: none is cut. */
  cutAfter: number;
}

/** An answer, which the server writes whether or not anybody reads it. */
interface KeptAnswer {
  readonly id: string;
  readonly words: readonly string[];
  /** How many words are written. */
  written: number;
  /** Whether it is written to its end, or was stopped. */
  isEnded: boolean;
}

const word = /\S+\s*/g;
const encoder = new TextEncoder();

/** Creates a server that keeps its answers: POST begins one, GET sends what follows an offset, and DELETE stops one. */
export function createAnswerServer(timeline: Timeline, initial: AnswerServerSettings) {
  let settings = initial;
  const answers = new Map<string, KeptAnswer>();

  const begin = (): KeptAnswer => {
    const id = crypto.randomUUID().slice(0, 8);
    const kept: KeptAnswer = { id, words: answerText.match(word) ?? [], written: 0, isEnded: false };
    answers.set(id, kept);
    const writeNext = () => {
      kept.written += 1;
      kept.isEnded ||= kept.written >= kept.words.length;
      if (!kept.isEnded) setTimeout(writeNext, settings.delay);
    };
    setTimeout(writeNext, settings.delay);
    return kept;
  };

  const send = (request: MockRequest, kept: KeptAnswer, offset: number): void => {
    request.respond({ headers: { 'content-type': 'text/plain', 'x-answer-id': kept.id } });
    const first = kept.written;
    let sent = offset;
    const sendNews = () => {
      if (!isOpen(request)) return;
      const bytes = encoder.encode(kept.words.slice(0, kept.written).join(''));
      if (bytes.length > sent) request.bytes(bytes.subarray(sent));
      sent = Math.max(sent, bytes.length);
      if (kept.isEnded) request.end();
      else if (settings.cutAfter > 0 && kept.written - first >= settings.cutAfter) cut(request, 'The network cuts');
      else setTimeout(sendNews, settings.delay);
    };
    sendNews();
  };

  const cut = (request: MockRequest, who: string): void => {
    timeline.add({ at: performance.now(), lane: 'network', label: 'cut', text: `${who} the connection` });
    request.drop();
  };

  const answer = (request: MockRequest): void => {
    const { pathname, searchParams } = new URL(request.url, location.href);
    const kept = request.method === 'POST' ? begin() : answers.get(pathname.split('/').at(-1) ?? '');
    if (!kept) request.respond({ status: 404 }).end();
    else if (request.method !== 'DELETE') send(request, kept, Number(searchParams.get('offset') ?? 0));
    else {
      kept.isEnded = true;
      // No stream waits for this request, so no record tells of it.
      timeline.add({ at: performance.now(), lane: 'request', label: 'DELETE', text: `DELETE ${request.url}` });
      request.respond({ status: 204 }).end();
    }
  };

  const mock = createMockStream({ answer });
  return {
    fetch: mock.fetch,
    cut: (): void => mock.requests.filter(isOpen).forEach((request) => cut(request, 'You cut')),
    update(next: AnswerServerSettings): void {
      settings = next;
    },
  };
}

function isOpen({ state }: MockRequest): boolean {
  return state === 'waiting' || state === 'open';
}
