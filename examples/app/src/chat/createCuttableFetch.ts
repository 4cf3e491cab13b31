/** Creates a `fetch` whose connections can be cut, as a tunnel or a bad network does. */
export function createCuttableFetch() {
  let line = new AbortController();
  return {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      const signals = init?.signal ? [init.signal, line.signal] : [line.signal];
      return fetch(input, { ...init, signal: AbortSignal.any(signals) });
    },
    cut() {
      line.abort();
      line = new AbortController();
    },
  };
}
