import type { StreamErrorCode } from 'react-streamed/core';

/** The names of the faults: the codes of the errors that they cause, and for `http` also the status. */
export type FaultName = Exclude<StreamErrorCode, 'http'> | 'http 503' | 'http 401';

/** Something that can go wrong. */
export interface Fault {
  /** What its button says. */
  readonly label: string;
  /** What happens, in a sentence. */
  readonly deed: string;
  /** Whether it happens to a response that is open, or answers the next request. */
  readonly strikes: 'response' | 'request';
}

/** All faults, by their names. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  network: {
    label: 'Cut',
    deed: 'The connection is cut. What is under way is lost.',
    strikes: 'response',
  },
  stalled: {
    label: 'Silence',
    deed: 'The connection stays open, and the server sends nothing more.',
    strikes: 'response',
  },
  timeout: {
    label: 'No headers',
    deed: 'The server takes the request and does not answer.',
    strikes: 'request',
  },
  'http 503': {
    label: 'Overload',
    deed: 'The server answers 503.',
    strikes: 'request',
  },
  'http 401': {
    label: 'Sign out',
    deed: 'The server answers 401.',
    strikes: 'request',
  },
  'content-type': {
    label: 'HTML',
    deed: 'A proxy answers 200 with an HTML page.',
    strikes: 'request',
  },
  incomplete: {
    label: 'Early end',
    deed: 'The response ends normally, but without its end mark.',
    strikes: 'response',
  },
  'event-too-large': {
    label: 'Endless',
    deed: 'The server sends an event that does not end.',
    strikes: 'response',
  },
  parse: {
    label: 'Bad JSON',
    deed: 'The server sends an event whose data is half of a JSON value.',
    strikes: 'response',
  },
  upstream: {
    label: 'Error',
    deed: 'The server sends an event that reports an error.',
    strikes: 'response',
  },
  request: {
    label: 'Throw',
    deed: 'Your function `headers` throws, so nothing is sent.',
    strikes: 'request',
  },
};

/** The faults by what they happen to. */
export const faultGroups: Readonly<Record<string, readonly FaultName[]>> = {
  'The connection': ['network', 'stalled', 'timeout'],
  'The response': ['http 503', 'http 401', 'content-type', 'incomplete'],
  'The events': ['event-too-large', 'parse', 'upstream'],
  'Your own code': ['request'],
};
