import { isStreamError, messageOf, StreamError, withDetails } from '../StreamError.ts';
import type { StreamErrorCode, StreamErrorDetails } from '../StreamError.ts';
import { hideQuery } from './hideQuery.ts';
import { isRelativeUrlError } from './isRelativeUrlError.ts';

/** What an error says of the request of an attempt. The URL is empty until it is known. */
export interface AttemptDetails extends StreamErrorDetails {
  url: string;
}

/**
 * How far an attempt is, which tells what an exception means: a function of the user failed, the request is invalid, the
 * network failed, or the body did.
 */
export type AttemptPhase = 'resolving' | 'building' | 'fetching' | 'reading';

/** What is known of an attempt when something was thrown. */
export interface FailedAttempt {
  readonly phase: AttemptPhase;
  readonly details: AttemptDetails;
  /** Whether a function of the user has answered the response, so that nothing was fetched. */
  readonly isAnswered: boolean;
}

/** Makes the error of an attempt. Its message names the request, and `says` what became of it. */
export function attemptError(code: StreamErrorCode, says: string, details: AttemptDetails): StreamError {
  const { url, method } = details;
  const subject = url ? `${method} ${url}` : 'The request';
  return new StreamError(code, hideQuery(`${subject} ${says}.`, url), details);
}

/** Makes the error of an attempt in which `cause` was thrown. */
export function explainFailure(cause: unknown, { phase, details, isAnswered }: FailedAttempt): StreamError {
  if (phase === 'resolving' || phase === 'building' || isRelativeUrlError(cause)) {
    return attemptError('request', `cannot be sent (${messageOf(cause)})`, { ...details, cause });
  }
  if (phase === 'reading' && isStreamError(cause)) {
    // A decoder knows nothing of the request. A user's stream may be made of another request, whose error says more.
    return cause.url ? cause : withDetails(cause, details);
  }
  const says = isAnswered
    ? `failed (${messageOf(cause)})`
    : 'failed because the connection could not be opened or was lost';
  return attemptError('network', says, { ...details, cause });
}
