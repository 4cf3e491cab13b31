import type { IncomingRequest } from './readRequest.ts';

/** What a response is made of. */
export interface MockResponseInit {
  /**
   * The status, 200 to 599.
   *
   * @default 200
   */
  status?: number | undefined;
  /** The status text. */
  statusText?: string | undefined;
  /**
   * The headers. The content type is, unless named here: `application/json` for a `body` that is a value, `text/plain`
   * for one that is a string, `application/octet-stream` for bytes, and `text/event-stream` without a `body`.
   */
  headers?: RequestInit['headers'];
  /** The whole body: text, bytes, or a value that is sent as JSON. The response ends after it. */
  body?: unknown;
  /**
   * The url of the response, where a redirect leads to another one.
   *
   * @default the url of the request, absolute and without its fragment
   */
  url?: string | undefined;
}

interface MockResponse {
  readonly response: Response;
  /** What the body starts with. */
  readonly bytes: Uint8Array | undefined;
  /** Whether nothing comes after `bytes`. */
  readonly isWhole: boolean;
}

const nullBodyStatuses = new Set([204, 205, 304]);

/** Tells whether fetch gives the response no body at all. */
export function isNullBody(status: number, method: string): boolean {
  return nullBodyStatuses.has(status) || method === 'HEAD';
}

/** Makes a real `Response`, with the url that only the platform's own fetch can set. */
export function createMockResponse(
  incoming: IncomingRequest,
  init: MockResponseInit,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): MockResponse {
  const { status = 200, statusText = '', body } = init;
  const hasNoBody = isNullBody(status, incoming.method);
  const headers = new Headers(init.headers);
  const bytes = body === undefined ? undefined : encodeBody(body);
  if (!hasNoBody && !headers.has('content-type')) headers.set('content-type', contentTypeOf(body));
  if (bytes && !headers.has('content-length')) headers.set('content-length', String(bytes.length));
  const response = new Response(hasNoBody ? null : stream, { status, statusText, headers });
  const url = init.url ?? incoming.href;
  return {
    response: withUrl(response, url, url !== incoming.href),
    bytes: hasNoBody ? undefined : bytes,
    isWhole: hasNoBody || bytes !== undefined,
  };
}

function withUrl(response: Response, url: string, redirected: boolean): Response {
  const clone = () => withUrl(Response.prototype.clone.call(response), url, redirected);
  return Object.defineProperties(response, {
    url: { value: url },
    redirected: { value: redirected },
    clone: { value: clone },
  });
}

function encodeBody(body: unknown): Uint8Array {
  if (isBytes(body)) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

function contentTypeOf(body: unknown): string {
  if (body === undefined) return 'text/event-stream';
  if (typeof body === 'string') return 'text/plain;charset=utf-8';
  return isBytes(body) ? 'application/octet-stream' : 'application/json';
}

function isBytes(body: unknown): body is Uint8Array {
  return ArrayBuffer.isView(body);
}
