const queryAndFragment = /[?#].*$/s;

/** Names a request in a few words. The query is left out because it may hold a token, and traces are passed on. */
export function nameRequest({ method, url }: { readonly method: string; readonly url: string }): string {
  if (url === '') return 'A stream without a URL';
  return `${method} ${url.replace(queryAndFragment, '')}`;
}
