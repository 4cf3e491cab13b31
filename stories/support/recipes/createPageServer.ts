/** How the server of a recipe behaves in a story. Can be changed while it runs. */
export interface PageServerSettings {
  /** Milliseconds between two pieces of a response. */
  interval: number;
  /** What goes wrong. Changing it breaks the connections that are open. */
  failure: 'none' | '401' | '503' | 'network';
}

type Answer = (request: Request) => Response | Promise<Response>;

/** Creates the server of a recipe, with the time that it takes. It reads the interval again at each piece. */
export type CreateAnswer = (settings: { readonly interval: number }) => Answer;

/** Runs the server of a recipe in the page itself. */
export function createPageServer(createAnswer: CreateAnswer, initial: PageServerSettings) {
  let settings = initial;
  let line = new AbortController();
  const answer = createAnswer({
    get interval() {
      return settings.interval;
    },
  });

  const fetchFromPage: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const signal = AbortSignal.any([request.signal, line.signal]);
    signal.throwIfAborted();
    if (settings.failure === 'network') throw new TypeError('Failed to fetch');
    if (settings.failure !== 'none') {
      return Response.json({ error: 'The server of the story fails.' }, { status: Number(settings.failure) });
    }
    const response = await answer(request);
    signal.throwIfAborted();
    if (!response.body) return response;
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
    // Whoever reads the response gets the error.
    response.body.pipeTo(writable, { signal }).catch(() => undefined);
    return new Response(readable, response);
  };

  return {
    fetch: fetchFromPage,
    update(next: PageServerSettings): void {
      const isBroken = next.failure !== settings.failure && next.failure !== 'none';
      settings = next;
      if (!isBroken) return;
      line.abort(new TypeError('network error'));
      line = new AbortController();
    },
  };
}
