/** A request body as it goes over the wire. */
export interface RequestBody {
  /** The content type that fetch gives a body of this kind, unless the request names one. */
  readonly contentType: string | undefined;
  /** The bytes, or a promise of them where reading them takes time (a blob, a form, a stream). */
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

/**
 * Reads a body of any kind that fetch takes. The kind is told by its tag and not by `instanceof`: jsdom has classes of
 * its own beside Node's.
 */
export function readRequestBody(body: BodyInit): RequestBody {
  if (ArrayBuffer.isView(body)) {
    return { contentType: undefined, bytes: new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice() };
  }
  switch (readTag(body)) {
    case 'ArrayBuffer':
      return { contentType: undefined, bytes: new Uint8Array(body as ArrayBuffer).slice() };
    case 'URLSearchParams':
      return { contentType: 'application/x-www-form-urlencoded;charset=UTF-8', bytes: encode(String(body)) };
    case 'Blob':
    case 'File':
      return { contentType: (body as Blob).type || undefined, bytes: readBlob(body as Blob) };
    case 'FormData':
      return readForm(body as FormData);
    case 'ReadableStream':
      return { contentType: undefined, bytes: readStream(body as ReadableStream<Uint8Array>) };
    default:
      return { contentType: 'text/plain;charset=UTF-8', bytes: encode(String(body)) };
  }
}

/** The name of the platform class that made `value`, as in `ReadableStream`. */
export function readTag(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Tells bytes that take time from those that are there. A promise or array of another realm is no `instanceof` ours. */
export function isPending(bytes: Uint8Array | Promise<Uint8Array> | undefined): bytes is Promise<Uint8Array> {
  return bytes !== undefined && 'then' in bytes;
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function readBlob(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer()).slice();
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(chunks);
    chunks.push(value);
  }
}

function readForm(form: FormData): RequestBody {
  const boundary = `----formdata-react-streamed-${Math.random().toString(36).slice(2)}`;
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes: writeForm(form, boundary) };
}

async function writeForm(form: FormData, boundary: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (const [name, value] of form.entries()) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"`;
    if (typeof value === 'string') {
      chunks.push(encode(`${head}\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`));
    } else {
      const type = value.type || 'application/octet-stream';
      chunks.push(encode(`${head}; filename="${escapeName(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`));
      chunks.push(await readBlob(value), encode('\r\n'));
    }
  }
  chunks.push(encode(`--${boundary}--\r\n`));
  return joinBytes(chunks);
}

function escapeName(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}
