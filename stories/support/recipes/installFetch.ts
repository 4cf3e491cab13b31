/** Answers the requests of this page to `/api/…`, and returns a function that restores `fetch`. */
export function installFetch(serve: typeof fetch): () => void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    return pathname.startsWith('/api/') ? serve(input, init) : original(input, init);
  };
  return () => {
    globalThis.fetch = original;
  };
}
