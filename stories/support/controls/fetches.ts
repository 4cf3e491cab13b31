/** Rejects as a browser does if there is no network. */
export const offlineFetch: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers as a server that has too much to do. */
export const overloadedFetch: typeof fetch = () => Promise.resolve(new Response('Overloaded', { status: 503 }));
