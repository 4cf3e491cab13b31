import { createEventStreamParser, type ServerSentEvent } from 'react-streamed/core';

/** Everything that a parser reported about one stream. */
export interface Parsed {
  events: ServerSentEvent[];
  times: number[];
  comments: string[];
  lastEventId: string;
}

/** Parses the chunks as one whole stream. */
export function parseAll(chunks: Iterable<Uint8Array | string>): Parsed {
  const events: ServerSentEvent[] = [];
  const times: number[] = [];
  const comments: string[] = [];
  const parser = createEventStreamParser({
    onEvent: (event) => events.push(event),
    onRetry: (time) => times.push(time),
    onComment: (comment) => comments.push(comment),
  });
  for (const chunk of chunks) parser.push(chunk);
  parser.end();
  return { events, times, comments, lastEventId: parser.lastEventId };
}
