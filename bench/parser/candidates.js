import { createParser } from 'eventsource-parser';
import { importSource } from '../support/importSource.js';

const { createEventStreamParser } = await importSource('core/decode/createEventStreamParser.ts');

/** Parses the chunks as one new stream. Returns the length of all data. */
export function parseChunks(createEventStreamParser, chunks) {
  let length = 0;
  const parser = createEventStreamParser({ onEvent: (event) => (length += event.data.length) });
  for (const chunk of chunks) parser.push(chunk);
  parser.end();
  return length;
}

/** Both get the same bytes. Each call parses the chunks as one new stream and returns the length of all data. */
export const fromBytes = {
  ours: (chunks) => parseChunks(createEventStreamParser, chunks),
  theirs(chunks) {
    let length = 0;
    const decoder = new TextDecoder();
    const parser = createParser({ onEvent: (event) => (length += event.data.length) });
    for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }));
    parser.feed(decoder.decode());
    return length;
  },
};

/** Both get text that one decoder made before, which leaves parsing alone. */
export const fromText = {
  ours: fromBytes.ours,
  theirs(chunks) {
    let length = 0;
    const parser = createParser({ onEvent: (event) => (length += event.data.length) });
    for (const chunk of chunks) parser.feed(chunk);
    return length;
  },
};
