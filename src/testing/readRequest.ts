import { readRequestBody, readTag, type RequestBody } from './readRequestBody.ts';

/** What the double has read of a call of fetch. */
export interface IncomingRequest {
  /** The url as the caller wrote it. */
  readonly url: string;
  /** The absolute url that fetch would ask for, without its fragment. */
  readonly href: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestBody | undefined;
  readonly signal: AbortSignal | undefined;
  readonly init: RequestInit;
}

/** The base of relative urls where there is no document, or one without an address. */
const fallbackBase = 'http://localhost/';

const normalizedMethods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/**
 * Reads the arguments of a call of fetch. It does not build a `Request`: Node's takes no relative url, and none of
 * jsdom's signals and forms.
 *
 * @throws {TypeError} where fetch does: an invalid url, a GET with a body, a used body, a stream without `duplex`.
 */
export function readRequest(input: RequestInfo | URL, init: RequestInit = {}): IncomingRequest {
  const request = readTag(input) === 'Request' ? (input as Request) : undefined;
  const url = request ? request.url : String(input);
  const method = normalizeMethod(init.method ?? request?.method ?? 'GET');
  const headers = new Headers(init.headers ?? request?.headers);
  const body = init.body ? readInitBody(init, init.body) : request && readBodyOf(request);
  if (body && (method === 'GET' || method === 'HEAD')) {
    throw new TypeError(`Request with GET/HEAD method cannot have body; got ${method} ${url}.`);
  }
  if (body?.contentType !== undefined && !headers.has('content-type')) headers.set('content-type', body.contentType);
  const signal = init.signal === undefined ? request?.signal : (init.signal ?? undefined);
  return { url, href: resolveUrl(url), method, headers, body, signal, init };
}

function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  // Fetch leaves the case of other methods, so that `patch` is not `PATCH`.
  return normalizedMethods.has(upper) ? upper : method;
}

function resolveUrl(url: string): string {
  const base = globalThis.location?.href;
  try {
    const resolved = new URL(url, base?.startsWith('http') ? base : fallbackBase);
    resolved.hash = '';
    return resolved.href;
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${url}`, { cause });
  }
}

function readInitBody(init: RequestInit, body: BodyInit): RequestBody {
  if (readTag(body) === 'ReadableStream') {
    if ((init as { duplex?: string }).duplex !== 'half') {
      throw new TypeError("A request whose body is a stream needs the option duplex: 'half'.");
    }
    // The platform's own check: it throws where the stream is locked or has been read from.
    void new Response(body as ReadableStream<Uint8Array>);
  }
  return readRequestBody(body);
}

function readBodyOf(request: Request): RequestBody | undefined {
  if (request.bodyUsed) throw new TypeError('Cannot send a Request whose body has been used.');
  if (!request.body) return undefined;
  return { contentType: undefined, bytes: request.arrayBuffer().then((buffer) => new Uint8Array(buffer)) };
}
