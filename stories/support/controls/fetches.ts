/** Rejects like a browser without a network. */
export const offlineFetch: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** Answers like an overloaded server. */
export const overloadedFetch: typeof fetch = () => Promise.resolve(new Response('Overloaded', { status: 503 }));
