import { requestMethod } from './buildRequest.ts';
import type { Clock } from './clock.ts';
import { createEventStreamParser, type EventStreamParser } from './createEventStreamParser.ts';
import { mediaType } from './mediaType.ts';
import type { RequestOptions, StreamUrl } from './RequestOptions.ts';
import { mayRetry, resolveRetryPolicy, retryDelay, type RetryPolicy } from './RetryPolicy.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import type { StreamError } from './StreamError.ts';
import { runExchange } from './runExchange.ts';
import { waitToRetry } from './waitToRetry.ts';

/** The options of a connection to an event stream. */
export interface ConnectionOptions extends RequestOptions {
  reconnect?: boolean | RetryPolicy | undefined;
  maxEventSize?: number | undefined;
}

/** A retry that is waited for or under way. */
export interface Reconnection {
  /** The number of the retry, from 1. */
  readonly attempt: number;
  /** How many milliseconds are waited before it. */
  readonly delay: number;
  /** When the wait ends, as a `Date.now()` time. */
  readonly at: number;
  /** The failure behind it; none after a clean end. */
  readonly error?: StreamError | undefined;
}

/** Why a connection ended: the server said so (204), it ended its response and nothing retries, or it failed. */
export type ConnectionEnd = 'no-content' | 'end' | 'error';

/** Where a connection stands. */
export type ConnectionState =
  | { readonly status: 'connecting' }
  | { readonly status: 'open'; readonly response: Response }
  | { readonly status: 'reconnecting'; readonly reconnection: Reconnection }
  | { readonly status: 'ended'; readonly reason: ConnectionEnd; readonly error?: StreamError };

/** One that listens to a connection. Its url and options are used while it is the oldest member. */
export interface ConnectionMember {
  readonly url: StreamUrl;
  readonly options: ConnectionOptions;
  onState(state: ConnectionState): void;
  onEvent(event: ServerSentEvent): void;
  /** Called after each chunk, for an ID can come without an event. */
  onLastEventId(lastEventId: string): void;
}

/** A connection to an event stream that reconnects, for one member or for many. */
export interface EventConnection {
  readonly lastEventId: string;
  readonly isEmpty: boolean;
  /** Whether it has ended for good. */
  readonly hasEnded: boolean;
  /** Adds a member and tells it the state; the first one connects. */
  join(member: ConnectionMember): void;
  leave(member: ConnectionMember): void;
  /** Drops the request or the wait and connects at once. */
  restart(): void;
  /** Drops the request or the wait. */
  stop(): void;
}

/** Creates a connection that does nothing until a member joins it. */
export function createEventConnection(clock: Clock, initialLastEventId: string): EventConnection {
  const members = new Set<ConnectionMember>();
  let state: ConnectionState | undefined;
  let lastEventId = initialLastEventId;
  let reconnectionTime: number | undefined;
  let parser: EventStreamParser | undefined;
  let controller: AbortController | undefined;
  let stopWaiting: (() => void) | undefined;

  const tell = (notify: (member: ConnectionMember) => void) => {
    // One that leaves meanwhile is told nothing more, and one that joins meanwhile was told by its joining.
    for (const member of Array.from(members)) if (members.has(member)) notify(member);
  };

  const setState = (next: ConnectionState) => {
    state = next;
    tell((member) => {
      // One that is told may change the state for the rest.
      if (state === next) member.onState(next);
    });
  };

  const stop = () => {
    state = undefined;
    stopWaiting?.();
    controller?.abort();
    controller = undefined;
    // Discards the rest of a chunk when an event in the middle of it stopped the connection.
    parser?.reset();
  };

  const onEvent = (event: ServerSentEvent) => {
    lastEventId = event.lastEventId;
    tell((member) => member.onEvent(event));
  };

  const connect = async (number: number, error?: StreamError) => {
    const [lead] = members;
    if (!lead) {
      // All have left; whoever joins next starts anew.
      state = undefined;
      return;
    }
    const { url, options } = lead;
    const own = (controller = new AbortController());
    const { maxEventSize } = options;
    const onRetry = (time: number) => (reconnectionTime = time);
    const ownParser = (parser = createEventStreamParser({ onEvent, onRetry, maxEventSize, lastEventId }));
    let openedAt = Infinity;
    let isGone = false;
    let failure: StreamError | undefined;
    try {
      await runExchange({
        url,
        options,
        attempt: { number, lastEventId, error },
        controller: own,
        clock,
        accept: 'text/event-stream',
        judge: judgeResponse,
        onResponse: (response) => {
          isGone = response.status === 204;
          if (isGone) return;
          openedAt = clock.now();
          setState({ status: 'open', response });
        },
        onChunk: (chunk) => {
          ownParser.push(chunk);
          if (controller !== own) return;
          ({ lastEventId } = ownParser);
          tell((member) => member.onLastEventId(lastEventId));
        },
      });
    } catch (cause) {
      failure = cause as StreamError;
    }
    if (controller !== own) return;
    if (isGone) return setState({ status: 'ended', reason: 'no-content' });

    // The one that joined first may have left meanwhile.
    const [eldest = lead] = members;
    const policy = reconnectionPolicy(eldest.options);
    const wasGood = clock.now() - openedAt >= (policy?.resetAfter ?? 5000);
    const attempt = wasGood ? 1 : number;
    const isRetried = policy && mayRetry(policy, failure, attempt);
    // `when` may have closed the connection.
    if (controller !== own) return;
    if (!isRetried) {
      return setState({ status: 'ended', ...(failure ? { reason: 'error', error: failure } : { reason: 'end' }) });
    }
    const delay = retryDelay(policy, attempt, failure, reconnectionTime);
    stopWaiting = waitToRetry(clock, delay, () => void connect(attempt + 1, failure));
    setState({ status: 'reconnecting', reconnection: { attempt, delay, at: Date.now() + delay, error: failure } });
  };

  const restart = () => {
    stop();
    // Before members are told, so that one that closes at once closes this request.
    void connect(1);
    setState({ status: 'connecting' });
  };

  return {
    get lastEventId() {
      return lastEventId;
    },
    get isEmpty() {
      return members.size === 0;
    },
    get hasEnded() {
      return state?.status === 'ended';
    },
    join: (member) => {
      members.add(member);
      if (state) member.onState(state);
      else restart();
    },
    leave: (member) => void members.delete(member),
    restart,
    stop,
  };
}

/** The policy that a connection follows: any method but GET is sent again only where the user says so. */
export function reconnectionPolicy(options: ConnectionOptions): RetryPolicy | undefined {
  return resolveRetryPolicy(options.reconnect ?? requestMethod(options) === 'GET');
}

// [spec] If res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the connection.
// [spec] HTTP 204 No Content: clients will stop reconnecting.
function judgeResponse({ status, headers }: Response): 'http' | 'content-type' | undefined {
  if (status === 204) return undefined;
  if (status !== 200) return 'http';
  return mediaType(headers) === 'text/event-stream' ? undefined : 'content-type';
}
