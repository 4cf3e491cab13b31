/** How much of a response's body has arrived. */
export interface Progress {
  /** The bytes so far, after content decoding. */
  readonly loaded: number;
  /** All bytes, from `Content-Length`. Undefined if there is none, or if the body is content-encoded. */
  readonly total: number | undefined;
  /** The part that has arrived, from 0 to 1. Undefined if the total is. */
  readonly ratio: number | undefined;
}

/** Measures the progress of a body of which `loaded` bytes have arrived. */
export function measureProgress(loaded: number, headers: Headers | undefined): Progress {
  const total = readTotal(headers);
  // A cross-origin response hides its content encoding, and the length is then that of the encoded body.
  const isKnown = total !== undefined && loaded <= total;
  if (!isKnown) return { loaded, total: undefined, ratio: undefined };
  return { loaded, total, ratio: total === 0 ? 1 : loaded / total };
}

function readTotal(headers: Headers | undefined): number | undefined {
  if (headers?.has('content-encoding')) return undefined;
  const length = headers?.get('content-length');
  return length ? Number(length) : undefined;
}
