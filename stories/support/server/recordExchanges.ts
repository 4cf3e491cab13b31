/** How a response ended: by itself, because the page aborted it, or because the connection broke. */
export type ExchangeEnd = 'ended' | 'aborted' | 'broken';

/** A request, and what the server has sent for it so far. */
export interface Exchange {
  readonly number: number;
  /** The method and the address. */
  readonly request: string;
  /** The request's headers that a stream sets. */
  readonly requestHeaders: readonly string[];
  /** The response's status and content type, once they have arrived. */
  readonly response: string | undefined;
  /** The chunks of the body, as they arrived. */
  readonly chunks: readonly Uint8Array[];
  /** How the response ended. */
  readonly end: ExchangeEnd | undefined;
}

/** Records what a server sends. */
export interface ExchangeRecorder {
  /** The server's fetch, whose responses are recorded while they are read. */
  readonly fetch: typeof globalThis.fetch;
  getExchanges(): readonly Exchange[];
  subscribe(listener: () => void): () => void;
}

const shownHeaders = ['accept', 'content-type', 'last-event-id'];

/** Creates a recorder of what `server` answers. */
export function recordExchanges(server: typeof globalThis.fetch): ExchangeRecorder {
  const listeners = new Set<() => void>();
  let exchanges: readonly Exchange[] = [];

  const change = (number: number, difference: (exchange: Exchange) => Partial<Exchange>) => {
    exchanges = exchanges.map((each) => (each.number === number ? { ...each, ...difference(each) } : each));
    for (const listener of listeners) listener();
  };

  const record: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(new URL(String(input), location.href), { method: init?.method ?? 'GET' });
    const headers = new Headers(init?.headers);
    const number = exchanges.length + 1;
    exchanges = [
      ...exchanges,
      {
        number,
        request: `${request.method} ${new URL(request.url).pathname}`,
        requestHeaders: shownHeaders.filter((name) => headers.has(name)).map((name) => `${name}: ${headers.get(name)}`),
        response: undefined,
        chunks: [],
        end: undefined,
      },
    ];
    change(number, () => ({}));
    const onFailure = () => change(number, () => ({ end: init?.signal?.aborted ? 'aborted' : 'broken' }));
    try {
      const response = await server(input, init);
      const type = response.headers.get('content-type');
      change(number, () => ({ response: [response.status, type].filter(Boolean).join(' ') }));
      return readAloud(response, {
        onChunk: (chunk) => change(number, ({ chunks }) => ({ chunks: [...chunks, chunk] })),
        onEnd: () => change(number, () => ({ end: 'ended' })),
        onFailure,
      });
    } catch (error) {
      onFailure();
      throw error;
    }
  };

  return {
    fetch: record,
    getExchanges: () => exchanges,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Reader {
  onChunk(chunk: Uint8Array): void;
  onEnd(): void;
  onFailure(): void;
}

/** Reports the chunks of a response while somebody else reads them. */
function readAloud(response: Response, { onChunk, onEnd, onFailure }: Reader): Response {
  const { body, status, statusText, headers } = response;
  if (!body) return response;
  const reader = body.getReader();
  const reported = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            onEnd();
            controller.close();
            return;
          }
          onChunk(value);
          controller.enqueue(value);
        } catch (error) {
          onFailure();
          controller.error(error);
        }
      },
      cancel: (reason) => {
        onFailure();
        return reader.cancel(reason);
      },
    },
    // Nothing is read before the hook asks for it.
    { highWaterMark: 0 },
  );
  const copy = new Response(reported, { status, statusText, headers });
  Object.defineProperty(copy, 'url', { value: response.url });
  return copy;
}
