const lineBreaks = /\r\n|\r|\n/g;

/** A request body as a server receives it. */
export interface RequestBody {
  /** The content type that fetch sets for this kind of body, unless the request names one. */
  readonly contentType: string | undefined;
  /** The bytes, or a promise of them if the body is a blob, a form or a stream, because reading it takes time. */
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

/**
 * Reads a body of any kind that fetch accepts. It looks at the body's tag and does not use `instanceof`, because jsdom
 * brings its own classes and Node has others of the same names.
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

/** Reads the name of a platform class from its instance, for example `ReadableStream`. */
export function readTag(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Tells a promise of bytes from bytes. Promises of another realm are not instances of this realm's `Promise`. */
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
      chunks.push(encode(`${head}\r\n\r\n${value.replace(lineBreaks, '\r\n')}\r\n`));
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
