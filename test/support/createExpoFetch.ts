/** One request to an Expo-like `fetch`, whose body the test writes as the native side would. */
export interface ExpoExchange {
  readonly url: string;
  readonly init: RequestInit;
  /** Hands a piece of the body to JavaScript. The native side merges what arrives together, and splits what is long. */
  deliver(bytes: Uint8Array): void;
  /** Closes the body. On iOS it also does so for a connection that broke in the middle. */
  close(): void;
}

/**
 * Creates a `fetch` like that of `expo/fetch`. Its responses are not those of the platform: they have a `body` and
 * `headers`, and no `clone` and no `Response` behind them.
 */
export function createExpoFetch(type: string) {
  const exchanges: ExpoExchange[] = [];

  const fetch = async (url: string, init: RequestInit) => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (given) => {
        controller = given;
      },
      cancel: () => {
        controller = undefined;
      },
    });
    init.signal?.addEventListener('abort', () => {
      controller?.error(new Error('FetchRequestCanceledException'));
      controller = undefined;
    });
    exchanges.push({
      url,
      init,
      deliver: (bytes) => controller?.enqueue(bytes),
      close: () => {
        controller?.close();
        controller = undefined;
      },
    });
    return { status: 200, ok: true, headers: new Headers({ 'content-type': type }), url, body, bodyUsed: false };
  };
  return { fetch: fetch as unknown as typeof globalThis.fetch, exchanges };
}
