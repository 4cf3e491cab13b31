import { describeRequest } from '../core/request/buildRequest.ts';
import type { KeyedSource } from '../core/request/isSameStream.ts';

/** What records say about their stream. */
export interface StreamDescription {
  url: string;
  readonly method: string;
  readonly key: string | number | undefined;
}

/** Describes a stream by its options. */
export function describeStream(source: object): StreamDescription {
  // The core hands them over as a plain object, because its lowest floor knows no request.
  const request = source as KeyedSource;
  return { ...describeRequest(request), key: request.key };
}
