import type { MockRequest } from 'react-streamed/testing';
import { answer, families, hindi } from '../server/sampleTexts.ts';

/** The data of an event of the lab, as JSON. */
export interface LabItem {
  readonly text?: string | undefined;
  readonly error?: { readonly message: string } | undefined;
}

const caption = /(?:\S+\s*){1,4}/g;
const word = /\S+\s*/g;
const captions = `${answer} ${families} ${hindi} `.match(caption) ?? [];
const words = Array.from({ length: 3 }, () => `${answer}\n\n${families}\n\n${hindi}`)
  .join('\n\n')
  .match(word);

/** Captions without end, which continue after the last event ID. */
export function* writeCaptions(request: MockRequest): Generator<MockRequest> {
  for (let id = Number(request.headers.get('last-event-id') ?? 0) + 1; ; id += 1) {
    yield request.event({ id, data: { text: captions[id % captions.length] } });
  }
}

/** An answer in words, and its end mark. */
export function* writeAnswer(request: MockRequest): Generator<MockRequest> {
  for (const text of words ?? []) yield request.event({ data: { text } });
  yield request.event('[DONE]');
}
