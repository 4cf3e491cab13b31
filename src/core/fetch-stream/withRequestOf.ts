import type { RequestSource } from '../request/buildRequest.ts';

/** Returns the latest options with the URL, method and body that a run has started with: a retry sends the same request. */
export function withRequestOf(started: RequestSource, latest: RequestSource): RequestSource {
  return {
    ...latest,
    url: keepUnlessFunction(started.url, latest.url),
    method: started.method,
    body: keepUnlessFunction(started.body, latest.body),
  };
}

/** A function is called for each attempt, so the latest one is. */
function keepUnlessFunction<Part>(started: Part, latest: Part): Part {
  return typeof started === 'function' && typeof latest === 'function' ? latest : started;
}
