import { readRequestBody, readTag, type RequestBody } from './readRequestBody.ts';

/** A request as the arguments of a call of fetch describe it. */
export interface IncomingRequest {
  /** The url as the caller wrote it, which may be relative. */
  readonly url: string;
  /** The absolute url that fetch would request, without its fragment. */
  readonly href: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: RequestBody | undefined;
  readonly signal: AbortSignal | undefined;
  readonly init: RequestInit;
}

/** The base of relative urls if there is no document, or none with an http address. */
const fallbackBase = 'http://localhost/';

/** The methods that fetch writes in upper case. */
const normalizedMethods = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/**
 * Reads the arguments of a call of fetch. It does not construct a `Request`, because the one of Node accepts no relative
 * url and neither the signals nor the forms of jsdom.
 *
 * @throws {TypeError} if fetch would: an invalid url, a GET with a body, a used body, a stream without `duplex`.
 */
export function readRequest(input: RequestInfo | URL, init: RequestInit = {}): IncomingRequest {
  const request = readTag(input) === 'Request' ? (input as Request) : undefined;
  const url = request ? request.url : String(input);
  const method = normalizeMethod(init.method ?? request?.method ?? 'GET');
  const headers = new Headers(init.headers ?? request?.headers);
  const body = readBody(init, request);
  if (body && (method === 'GET' || method === 'HEAD')) {
    throw new TypeError(`A GET or HEAD request cannot have a body; got ${method} ${url}.`);
  }
  if (body?.contentType !== undefined && !headers.has('content-type')) headers.set('content-type', body.contentType);
  // A signal of `null` removes that of the `Request`.
  const { signal = request?.signal } = init;
  return { url, href: resolveUrl(url), method, headers, body, signal: signal ?? undefined, init };
}

function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  // Fetch keeps the case of other methods, so that `patch` is not `PATCH`.
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

function readBody(init: RequestInit, request: Request | undefined): RequestBody | undefined {
  if (init.body) return readInitBody(init, init.body);
  if (request) return readBodyOf(request);
  return undefined;
}

function readInitBody(init: RequestInit, body: BodyInit): RequestBody {
  if (readTag(body) === 'ReadableStream') {
    if ((init as { duplex?: string }).duplex !== 'half') {
      throw new TypeError("A request whose body is a stream requires the option duplex: 'half'.");
    }
    // The platform checks the stream here: it throws if the stream is locked or has been read.
    void new Response(body as ReadableStream<Uint8Array>);
  }
  return readRequestBody(body);
}

function readBodyOf(request: Request): RequestBody | undefined {
  if (request.bodyUsed) throw new TypeError('Cannot send a Request whose body has been used.');
  if (!request.body) return undefined;
  return { contentType: undefined, bytes: request.arrayBuffer().then((buffer) => new Uint8Array(buffer)) };
}
