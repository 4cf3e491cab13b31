import { createEventSource, type EventParser, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream, type ManualClock, type MockStream } from 'react-streamed/testing';

/** An event source on a mock stream and a manual clock, opened. */
export function openEventSource<const Parser extends EventParser = EventParser>(
  options: EventSourceOptions<Parser> = {},
): {
  source: ReturnType<typeof createEventSource>;
  mock: MockStream;
  clock: ManualClock;
  /** Lets what is pending run. */
  settle: () => Promise<void>;
} {
  const mock = createMockStream();
  const clock = createManualClock();
  const source = createEventSource('/feed', { fetch: mock.fetch, clock, ...options } as EventSourceOptions);
  source.open();
  return { source: source as never, mock, clock, settle: () => clock.advanceAsync(0) };
}

/** The head of an event stream, for `respond`. */
export const eventStream = { headers: { 'content-type': 'text/event-stream' } };
