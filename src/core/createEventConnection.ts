import { requestMethod, type RequestSource } from './buildRequest.ts';
import type { Clock } from './clock.ts';
import { createEventStreamParser, type EventStreamParser } from './createEventStreamParser.ts';
import type { CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot } from './EventSourceStore.ts';
import { resolveRetryPolicy, type RetryPolicy } from './RetryPolicy.ts';
import type { ServerSentEvent } from './ServerSentEvent.ts';
import { startRequest } from './startRequest.ts';
import { toStreamResponse } from './StreamResponse.ts';

/** The options that a connection is made with. */
export type ConnectionSource = RequestSource & Pick<EventSourceOptions, 'reconnect' | 'maxEventSize'>;

/** Where a connection stands: what its members show of it. */
export interface ConnectionState extends Partial<
  Pick<EventSourceSnapshot<unknown>, 'status' | 'error' | 'reconnection' | 'response'>
> {
  /** Why it has ended, once it has. */
  readonly reason?: CloseReason;
}

/** One that listens to a connection. */
export interface ConnectionMember {
  /** Gives its latest options, which are used while it is the oldest member. */
  source(): ConnectionSource;
  onState(state: ConnectionState): void;
  /** Called with each event, and without one where an ID came alone. */
  onEvent(lastEventId: string, event: ServerSentEvent | undefined): void;
}

/** A connection to an event stream that reconnects, for one member or for many. */
export interface EventConnection {
  readonly lastEventId: string;
  /** Adds a member and tells it the state; the first one connects. */
  join(member: ConnectionMember): void;
  /** Takes a member out. The connection is closed when it was the last one. */
  leave(member: ConnectionMember): void;
  /** Drops the request or the wait and connects at once. */
  restart(): void;
}

/** The connections that are shared, by what they are shared as. */
const sharedConnections = new Map<string, EventConnection>();

/**
 * Finds the connection of a name, or creates one that does nothing until a member joins it.
 *
 * @param name - what it is shared as; without a name it is nobody else's.
 */
export function openConnection(clock: Clock, lastEventId: string, name: string | undefined): EventConnection {
  const connection = sharedConnections.get(name!) ?? createEventConnection(clock, lastEventId, name);
  if (name !== undefined) sharedConnections.set(name, connection);
  return connection;
}

function createEventConnection(clock: Clock, initialLastEventId: string, name: string | undefined): EventConnection {
  const members = new Set<ConnectionMember>();
  let lead: ConnectionMember | undefined;
  let lastEventId = initialLastEventId;
  let reconnectionTime: number | undefined;
  let parser: EventStreamParser;
  let isGone = false;
  /** What is under way; none before it has started and once it has stopped. */
  let state: ConnectionState | undefined;
  let stopRequest: (() => void) | undefined;

  const tell = (notify: (member: ConnectionMember) => void) => {
    // One that leaves meanwhile is told nothing more, and one that joins meanwhile was told by its joining.
    for (const member of Array.from(members)) if (members.has(member)) notify(member);
  };

  const setState = (change: ConnectionState) => {
    const next = (state = { ...state, ...change });
    tell((member) => {
      // One that is told may change the state for the rest.
      if (state === next) member.onState(next);
    });
  };

  /** The oldest member; once all have left, the last one that was. */
  const source = () => ([lead = lead] = members) && lead!.source();

  const forget = () => {
    if (sharedConnections.get(name!) === connection) sharedConnections.delete(name!);
  };

  const start = () => {
    stopRequest?.();
    // Before members are told, so that one that closes at once closes this request.
    stopRequest = startRequest({
      clock,
      source,
      accept: () => 'text/event-stream',
      lastEventId: () => lastEventId,
      reconnectionTime: () => reconnectionTime,
      judge: judgeResponse,
      createDecoder: (onEvent) => {
        const { maxEventSize } = source();
        parser = createEventStreamParser({
          onEvent: (event) => onEvent(event, event),
          onRetry: (time) => {
            reconnectionTime = time;
          },
          maxEventSize,
          lastEventId,
        });
        return {
          push: (chunk) => {
            parser.push(chunk);
            onEvent(undefined);
          },
          end: parser.end,
        };
      },
      onResponse: (response) => {
        isGone = response.status === 204;
        if (isGone) return;
        setState({
          status: 'open',
          error: undefined,
          reconnection: undefined,
          response: toStreamResponse(response),
        });
      },
      onItem: (_, event) => {
        const id = (event ?? parser).lastEventId;
        if (!event && id === lastEventId) return;
        lastEventId = id;
        tell((member) => member.onEvent(id, event));
      },
      policy: () => (isGone ? undefined : reconnectionPolicy(source())),
      onRetry: (reconnection) => setState({ status: 'reconnecting', error: reconnection.error, reconnection }),
      onEnd: (error) => {
        forget();
        setState({ error, reason: error ? 'error' : isGone ? 'no-content' : 'end' });
      },
    });
    setState({ status: 'connecting', reconnection: undefined });
  };

  const stopIfEmpty = () => {
    if (members.size > 0) return;
    stopRequest?.();
    state = undefined;
    forget();
  };

  const connection: EventConnection = {
    get lastEventId() {
      return lastEventId;
    },
    join: (member) => {
      members.add(member);
      if (state) member.onState(state);
      else start();
    },
    leave: (member) => {
      members.delete(member);
      // A remount (StrictMode, another route) leaves and joins again before this timer fires.
      if (name === undefined) stopIfEmpty();
      else if (members.size === 0) clock.setTimeout(stopIfEmpty, 0);
    },
    restart: start,
  };
  return connection;
}

/** The policy that a connection follows: any method but GET is sent again only where the user says so. */
export function reconnectionPolicy(source: ConnectionSource): RetryPolicy | undefined {
  return resolveRetryPolicy(source.reconnect ?? requestMethod(source) === 'GET');
}

// [spec] If res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the connection.
// [spec] HTTP 204 No Content: clients will stop reconnecting.
function judgeResponse({ status, headers }: Response): 'http' | 'content-type' | undefined {
  if (status === 204) return undefined;
  if (status !== 200) return 'http';
  return /^text\/event-stream\s*(;|$)/i.test(headers.get('content-type') ?? '') ? undefined : 'content-type';
}
