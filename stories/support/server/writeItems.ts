import type { WriteItems } from './createMockServer.ts';
import { answer } from './sampleTexts.ts';
import { writeReading } from './scripts.ts';

const word = /\S+\s*/g;

/** An endless feed, which resumes after the last event ID. */
export const writeReadings: WriteItems = function* writeReadings(request, split) {
  for (let id = Number(request.headers.get('last-event-id') ?? 0) + 1; ; id += 1) {
    yield request.event({ id, data: writeReading(id) }, split);
  }
};

/** An answer, one word at a time. */
export const writeWords: WriteItems = function* writeWords(request, split) {
  for (const text of answer.match(word) ?? []) yield request.text(text, split);
};
