import type { RequestListener } from '../core/request/RequestPlan.ts';
import type { Reconnection } from '../core/request/RetryPolicy.ts';
import type { SharingTools } from '../core/request/Sharing.ts';
import type { StreamError, StreamErrorDetails } from '../core/StreamError.ts';

/** Headers that can be copied to another page. */
type PackedHeaders = [name: string, value: string][];

/** An error that can be copied to another page. Its cause stays behind, because most causes cannot be copied. */
type PackedError = Pick<StreamError, 'code' | 'message' | 'url' | 'method' | 'attempt' | 'status' | 'body'> & {
  readonly headers: PackedHeaders | undefined;
};

/** The state of a leader's request: connecting if it says nothing else. */
export interface PackedState {
  readonly response?: { readonly status: number; readonly url: string; readonly headers: PackedHeaders };
  readonly details?: StreamErrorDetails;
  readonly reconnection?: Omit<Reconnection, 'error'>;
  readonly end?: Parameters<RequestListener['onEnd']>[0];
  readonly error?: PackedError | undefined;
}

/** Copies an error into plain data. */
export function packError(error: StreamError | undefined): PackedError | undefined {
  if (!error) return undefined;
  const { code, message, url, method, attempt, status, headers, body } = error;
  return { code, message, url, method, attempt, status, headers: headers && [...headers], body };
}

/** Tells a listener the state of another tab's request. */
export function tellState(
  state: PackedState,
  listener: RequestListener,
  createError: SharingTools['createError'],
): void {
  const { response, details, reconnection, end } = state;
  const packed = state.error;
  const error =
    packed &&
    createError(packed.code, packed.message, { ...packed, headers: packed.headers && new Headers(packed.headers) });
  if (response) listener.onResponse({ ...response, headers: new Headers(response.headers) }, details!);
  else if (reconnection) listener.onRetry({ ...reconnection, error });
  else if (end) listener.onEnd(end, error);
  else listener.onConnecting?.();
}
