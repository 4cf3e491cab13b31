import type { IncomingRequest } from './readRequest.ts';

/** The parts of a mock response. */
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
   * The headers. If they name no content type, it follows from `body`: `text/plain` for a string,
   * `application/octet-stream` for bytes, `application/json` for any other value, and `text/event-stream` without a
   * `body`.
   */
  headers?: RequestInit['headers'];
  /** The whole body: text, bytes, or a value that is sent as JSON. The response ends after it. */
  body?: unknown;
  /**
   * The url of the response, if a redirect changed it.
   *
   * @default the url of the request, absolute and without its fragment
   */
  url?: string | undefined;
}

interface MockResponse {
  readonly response: Response;
  /** The bytes that the body starts with. */
  readonly bytes: Uint8Array | undefined;
  /** Whether the body ends after `bytes`. */
  readonly isWhole: boolean;
}

const nullBodyStatuses = new Set([204, 205, 304]);

/** Tells whether a response has no body at all, not even an empty one. */
export function isNullBody(status: number, method: string): boolean {
  return nullBodyStatuses.has(status) || method === 'HEAD';
}

/** Creates a real `Response` with a url, which otherwise only the platform's fetch can set. */
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
    response: withUrl(response, { url, redirected: url !== incoming.href }),
    bytes: hasNoBody ? undefined : bytes,
    isWhole: hasNoBody || bytes !== undefined,
  };
}

function withUrl(response: Response, address: Pick<Response, 'url' | 'redirected'>): Response {
  const clone = () => withUrl(Response.prototype.clone.call(response), address);
  return Object.defineProperties(response, {
    url: { value: address.url },
    redirected: { value: address.redirected },
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
