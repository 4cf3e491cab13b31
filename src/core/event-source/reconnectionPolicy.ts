import { requestMethod, type RequestSource } from '../request/buildRequest.ts';
import type { RetryPolicy } from '../request/RetryPolicy.ts';

/** Returns the policy of a source: only a GET is sent again without the user's consent. */
export function reconnectionPolicy(
  source: RequestSource & { reconnect?: boolean | RetryPolicy | undefined },
): boolean | RetryPolicy {
  return source.reconnect ?? requestMethod(source) === 'GET';
}
