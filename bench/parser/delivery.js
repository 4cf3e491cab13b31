import { EventSourceParserStream } from 'eventsource-parser/stream';
import { importSource } from '../support/importSource.js';
import { measure } from '../support/measure.js';
import { corpora } from './corpora.js';

const { createEventStreamParser } = await importSource('core/decode/createEventStreamParser.ts');
const { readEventStream } = await importSource('core/read/readEventStream.ts');

const chunks = corpora['tokens, one event a chunk'](1);

/** Creates a body that gives one chunk each time it is read, like a network. */
function createBody() {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      if (next < chunks.length) controller.enqueue(chunks[next++]);
      else controller.close();
    },
  });
}

/** Times each way from a body to a function that takes an event. */
export function measureDelivery() {
  let length = 0;
  const take = (event) => (length += event.data.length);
  return measure({
    async 'ours, a reader and push'() {
      const parser = createEventStreamParser({ onEvent: take });
      const reader = createBody().getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) parser.push(chunk.value);
    },
    async 'ours, for await of readEventStream'() {
      for await (const event of readEventStream(createBody())) take(event);
    },
    async 'two transform streams'() {
      const events = createBody().pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const event of events) take(event);
    },
    async 'two transform streams, read by a reader'() {
      const events = createBody().pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      const reader = events.getReader();
      for (let event = await reader.read(); !event.done; event = await reader.read()) take(event.value);
    },
    async 'the chunks alone'() {
      const reader = createBody().getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) length += chunk.value.length;
    },
  });
}
