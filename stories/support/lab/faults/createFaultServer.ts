import type { Clock } from 'react-streamed/core';
import { createMockStream, type MockRequest } from 'react-streamed/testing';
import { faults, type FaultName } from './Fault.ts';

/** A server that streams events, and goes wrong when it is told to. */
export interface FaultServer {
  readonly fetch: typeof globalThis.fetch;
  /** Lets this fault happen, once or as long as it is to be repeated. */
  arm(fault: FaultName): void;
  /** Lets an armed fault happen again and again, or only once. */
  setRepeating(isRepeating: boolean): void;
  /** The request's headers, from a token that may be lost. */
  readHeaders(): Record<string, string>;
}

/** Options of such a server. */
export interface FaultServerOptions {
  readonly clock: Pick<Clock, 'setTimeout'>;
  /** Writes the next event of a response. It is done after the last one. */
  writeEvents(request: MockRequest): Iterator<unknown>;
  /** Whether the network can take more. */
  isReady(): boolean;
}

/** Milliseconds between two events. */
const eventInterval = 150;

/** How many events a response has before a fault may strike it, so that there is something to keep. */
const eventsBeforeFault = 3;

/** More than the lab's `maxEventSize`, and little enough for a slow network. */
const endlessEvent = `data: "${'and so on '.repeat(150)}`;

const loginPage = '<!doctype html><title>Sign in</title><h1>Please sign in</h1>';

/** What the server does to a request, instead of writing its next event. */
const deeds: Readonly<Record<FaultName, (request: MockRequest) => void>> = {
  network: (request) => request.drop(),
  stalled: () => {},
  timeout: () => {},
  'http 503': (request) => request.respond({ status: 503, body: 'The server is overloaded.' }),
  'http 401': (request) => request.respond({ status: 401, body: 'Your session has ended.' }),
  'content-type': (request) => request.respond({ headers: { 'content-type': 'text/html' }, body: loginPage }),
  incomplete: (request) => request.end(),
  'event-too-large': (request) => request.text(endlessEvent),
  parse: (request) => request.event({ data: '{"text": "half of a' }),
  upstream: (request) => request.event({ data: { error: { message: 'The model is overloaded.' } } }),
  request: () => {},
};

/** Creates a server that answers each request with events, until a fault is armed. */
export function createFaultServer({ clock, writeEvents, isReady }: FaultServerOptions): FaultServer {
  let armed: FaultName | undefined;
  let isRepeating = false;

  const take = (matches: (fault: FaultName) => boolean): FaultName | undefined => {
    const fault = armed !== undefined && matches(armed) ? armed : undefined;
    if (fault && !isRepeating) armed = undefined;
    return fault;
  };

  const writeResponse = (request: MockRequest): void => {
    const events = writeEvents(request);
    let written = 0;
    const writeEvent = () => {
      if (!isReady()) return;
      written += 1;
      if (events.next().done) request.end();
    };
    const writeNext = () => {
      if (request.state !== 'open') return;
      const fault = written < eventsBeforeFault ? undefined : take((name) => faults[name].strikes === 'response');
      if (fault) deeds[fault](request);
      else writeEvent();
      // After broken JSON, the feed continues. All other faults were the last thing that this response had to say.
      if (!fault || fault === 'parse') clock.setTimeout(writeNext, eventInterval);
    };
    request.respond({ headers: { 'content-type': 'text/event-stream' } });
    clock.setTimeout(writeNext, eventInterval);
  };
  const answer = (request: MockRequest): void => {
    const fault = take((name) => name !== 'request' && faults[name].strikes === 'request');
    if (fault) deeds[fault](request);
    else writeResponse(request);
  };

  return {
    fetch: createMockStream({ answer }).fetch,
    arm: (fault) => {
      armed = fault;
    },
    setRepeating: (next) => {
      isRepeating = next;
      if (!next) armed = undefined;
    },
    readHeaders: () => {
      if (take((name) => name === 'request')) throw new Error('The token is lost.');
      return { authorization: 'Bearer demo' };
    },
  };
}
