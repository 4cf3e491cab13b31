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
  /** What goes wrong. To change it breaks the connection that is open. */
  error: 'none' | '401' | '503' | 'network';
}

/** Writes the items of an answer, one a step, and returns at its end. */
export type WriteItems = (request: MockRequest, split: { chunkSize?: number }) => Iterator<unknown>;

/** Creates a server that answers each request by `writeItems`, as the latest settings say. */
export function createMockServer(writeItems: WriteItems, initial: ServerSettings) {
  let settings = initial;
  const isOpen = ({ state }: MockRequest) => state === 'waiting' || state === 'open';

  const answer = (request: MockRequest): void => {
    const split: { chunkSize?: number } = {};
    const items = writeItems(request, split);
    const writeBurst = () => {
      if (!isOpen(request)) return;
      if (settings.chunkSize > 0) split.chunkSize = settings.chunkSize;
      else delete split.chunkSize;
      for (let written = 0; written < settings.burst; written += 1) if (items.next().done) return void request.end();
      if (Math.random() * 100 < settings.dropRate) request.drop();
      else setTimeout(writeBurst, settings.delay);
    };
    setTimeout(() => {
      if (!isOpen(request)) return;
      if (settings.error === 'none') writeBurst();
      else if (settings.error === 'network') request.fail();
      else
        request.respond({ status: Number(settings.error), body: { error: 'The mock server was told to fail.' } }).end();
    }, settings.delay);
  };

  const mock = createMockStream({ answer });
  return {
    fetch: mock.fetch,
    update(next: ServerSettings): void {
      const isBroken = next.error !== settings.error && next.error !== 'none';
      settings = next;
      if (isBroken) mock.requests.filter(isOpen).forEach((request) => request.drop());
    },
  };
}
