import { createEventStreamParser } from 'react-streamed/core';

/** One event: its type, data and last event ID. */
export type Seen = readonly [type: string, data: string, lastEventId: string];

declare global {
  /** What the page offers the test. */
  var differential: {
    /** The events of a stream as the browser's own `EventSource` dispatches them. */
    listen(url: string, types: readonly string[]): Promise<Seen[]>;
    /** The events of a stream as our parser makes them of the bytes that `fetch` gives. */
    parse(url: string): Promise<Seen[]>;
  };
}

globalThis.differential = {
  listen: (url, types) =>
    new Promise((resolve) => {
      const seen: Seen[] = [];
      const source = new EventSource(url);
      const see = (event: Event) => {
        // The stream's own events of the types `open` and `error` are message events; the source's are not.
        if (event instanceof MessageEvent) seen.push([event.type, event.data as string, event.lastEventId]);
      };
      for (const type of new Set([...types, 'message', 'error', 'open'])) source.addEventListener(type, see);
      source.addEventListener('error', (event) => {
        if (event instanceof MessageEvent) return;
        source.close();
        resolve(seen);
      });
    }),

  async parse(url) {
    const seen: Seen[] = [];
    const parser = createEventStreamParser({
      onEvent: ({ type, data, lastEventId }) => seen.push([type, data, lastEventId]),
    });
    const response = await fetch(url);
    const reader = response.body?.getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) parser.push(chunk.value);
    parser.end();
    return seen;
  },
};
