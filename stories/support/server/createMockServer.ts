import { createMockStream, type MockRequest } from 'react-streamed/testing';

/** How a mock server behaves. Can be changed while it runs. */
export interface ServerSettings {
  /** Milliseconds between two bursts. */
  delay: number;
  /** How many items the server writes at once. */
  burst: number;
  /** How likely the connection is to break after a burst, in percent. */
  dropRate: number;
  /** Cuts what is written into chunks of so many bytes. `0`: each write is one chunk. */
  chunkSize: number;
  /** What goes wrong. Changing it breaks the connection that is open. */
  failure: 'none' | '401' | '503' | 'network';
}

/** Writes the items of an answer, one per step, and returns when the answer ends. */
export type WriteItems = (request: MockRequest, split: { chunkSize?: number }) => Iterator<unknown>;

/** Creates a server that answers each request with `writeItems`, as the latest settings say. */
export function createMockServer(writeItems: WriteItems, initial: ServerSettings) {
  let settings = initial;

  const writeBursts = (request: MockRequest): void => {
    const split: { chunkSize?: number } = {};
    const items = writeItems(request, split);
    const writeBurst = (): void => {
      if (!isOpen(request)) return;
      delete split.chunkSize;
      if (settings.chunkSize > 0) split.chunkSize = settings.chunkSize;
      for (let written = 0; written < settings.burst; written += 1) {
        if (items.next().done) return void request.end();
      }
      if (Math.random() * 100 < settings.dropRate) request.drop();
      else setTimeout(writeBurst, settings.delay);
    };
    writeBurst();
  };

  const answer = (request: MockRequest): void => {
    setTimeout(() => {
      if (!isOpen(request)) return;
      if (settings.failure === 'none') writeBursts(request);
      else if (settings.failure === 'network') request.fail();
      else request.respond({ status: Number(settings.failure), body: { error: 'The mock server fails.' } }).end();
    }, settings.delay);
  };

  const mock = createMockStream({ answer });
  return {
    fetch: mock.fetch,
    update(next: ServerSettings): void {
      const isBroken = next.failure !== settings.failure && next.failure !== 'none';
      settings = next;
      if (isBroken) mock.requests.filter(isOpen).forEach((request) => request.drop());
    },
  };
}

function isOpen({ state }: MockRequest): boolean {
  return state === 'waiting' || state === 'open';
}
