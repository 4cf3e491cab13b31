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
  const isKnown = loaded <= total;
  if (!isKnown) return { loaded, total: undefined, ratio: undefined };
  return { loaded, total, ratio: total === 0 ? 1 : loaded / total };
}

/** Returns the number of all bytes. It is `NaN` if it is unknown. */
function readTotal(headers: Headers | undefined): number {
  if (headers?.has('content-encoding')) return NaN;
  const length = headers?.get('content-length');
  return length ? Number(length) : NaN;
}
