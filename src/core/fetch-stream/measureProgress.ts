/** How much of a response's body has arrived. */
export interface Progress {
  /** Bytes so far, after content decoding. */
  readonly loaded: number;
  /** All bytes, where the server says so: by `Content-Length`, for a body that is not content-encoded. */
  readonly total: number | undefined;
  /** The part that has arrived, from 0 to 1, where the total is known. */
  readonly ratio: number | undefined;
}

/** Measures the progress of a body of which `loaded` bytes have arrived. */
export function measureProgress(loaded: number, headers: Headers | undefined): Progress {
  const isEncoded = headers?.get('content-encoding');
  const length = Number((isEncoded ? undefined : headers?.get('content-length')) ?? NaN);
  // More than all of it: a cross-origin response hides its content encoding, and the length is that of the encoded body.
  const total = loaded <= length ? length : undefined;
  return { loaded, total, ratio: total === 0 ? 1 : total && loaded / total };
}
