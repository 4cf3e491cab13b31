import { answer } from './sampleTexts.ts';
import type { WriteItems } from './createMockServer.ts';

/** An endless feed, which goes on after the last event ID. */
export const writeReadings: WriteItems = function* writeReadings(request, split) {
  for (let id = Number(request.headers.get('last-event-id') ?? 0) + 1; ; id += 1) {
    yield request.event({ id, data: `Reading ${id}: ${(20 + (id % 4) / 2).toFixed(1)} °C` }, split);
  }
};

/** An answer, a word at a time. */
export const writeWords: WriteItems = function* writeWords(request, split) {
  for (const word of answer.match(/\S+\s*/g) ?? []) yield request.text(word, split);
};
