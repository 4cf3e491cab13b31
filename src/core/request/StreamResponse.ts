/** What is known of a response. */
export interface StreamResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The url after redirects. */
  readonly url: string;
}

/** Takes from a response what a snapshot shows, without its body. */
export function toStreamResponse({ status, headers, url }: StreamResponse): StreamResponse {
  return { status, headers, url };
}
