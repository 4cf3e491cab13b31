import { StreamError, type StreamErrorCode, type StreamErrorDetails } from '../StreamError.ts';
import type { Clock } from '../platform/clock.ts';
import type { RequestListener, RequestPlan, Run, StreamMemory } from './RequestPlan.ts';
import type { ShareKey } from './shareKey.ts';
import { startRequest, type StartRequestOptions } from './startRequest.ts';
import { warnOfOtherCredentials } from './warnOfOtherCredentials.ts';

/** One stream that takes part in a request. */
export interface RequestMember {
  /** How the request is made while this is its oldest member. */
  readonly plan: RequestPlan;
  readonly listener: RequestListener;
}

/** A request for one member or for many. */
export interface SharedRequest {
  /** Adds a member and tells it the state of the request. The first member starts it. */
  join(member: RequestMember): void;
  /** Removes a member. The request is stopped when the last one has left. */
  leave(member: RequestMember): void;
  /** Starts the request again, at once. */
  restart(): void;
}

/** The run of a shared request. */
export interface SharedRun extends Run {
  /** Starts the request again, at once. */
  restart(): void;
}

/** Another way to make the request that members share, for example one request for all tabs. */
export interface Sharing {
  /** What tells its requests from others, including those that are shared by a plain name. */
  readonly name: string;
  /**
   * Starts the request for all members in this page. It is called when the first member joins, and again after the run
   * was stopped.
   *
   * @returns `undefined` if the request is to be sent as usual.
   */
  start(request: StartRequestOptions, tools: SharingTools): SharedRun | undefined;
}

/** What a sharing makes its request with, so that it need not bring its own. */
export interface SharingTools {
  /** Sends a request as it is sent without a sharing. Returns the function that stops it. */
  send(request: StartRequestOptions): () => void;
  createError(code: StreamErrorCode, message: string, details: StreamErrorDetails): StreamError;
}

const sharingTools: SharingTools = {
  send: startRequest,
  createError: (code, message, details) => new StreamError(code, message, details),
};

/** The shared requests that are under way. */
export interface RequestRegistry {
  /** Finds the request of a name, or creates one. Without a key, it is nobody else's. */
  find(clock: Clock, key: ShareKey | undefined): SharedRequest;
}

interface RegistryEntry {
  readonly request: SharedRequest;
  readonly credentials: string;
}

/** Creates an empty registry. */
export function createRequestRegistry(): RequestRegistry {
  const entries = new Map<string, RegistryEntry>();

  const create = (clock: Clock, { name, credentials, sharing }: ShareKey) => {
    const entry: RegistryEntry = {
      credentials,
      request: createSharedRequest(clock, {
        sharing,
        onStart: () => entries.set(name, entry),
        // Another request may have been started under the name since.
        onStop: () => {
          if (entries.get(name) === entry) entries.delete(name);
        },
      }),
    };
    return entry.request;
  };

  return {
    find: (clock, key) => {
      if (!key) return createSharedRequest(clock, undefined);
      const running = entries.get(key.name);
      if (!running) return create(clock, key);
      if (running.credentials === key.credentials) return running.request;
      warnOfOtherCredentials(key.name);
      return createSharedRequest(clock, undefined);
    },
  };
}

/** The registry of all event sources of this copy of the package. */
export const requestRegistry: RequestRegistry = /* @__PURE__ */ createRequestRegistry();

/** Tells one listener something. */
type Tell = (listener: RequestListener) => void;

/** How a registry has a request made, and what it learns of it. */
interface Registration {
  readonly sharing: Sharing | undefined;
  onStart(): void;
  onStop(): void;
}

function createSharedRequest(clock: Clock, registration: Registration | undefined): SharedRequest {
  const members = new Set<RequestMember>();
  const memory: StreamMemory = {};
  /** The oldest member; after the last one has left, the one that was. */
  let leader: RequestMember;
  let run: SharedRun | undefined;
  /** Tells a listener the state of the request. Undefined before the request has started and after it has stopped. */
  let tellState: Tell | undefined;

  /** Tells all members, except those that leave meanwhile, and those that join meanwhile and are told by joining. */
  const tellAll = (tell: Tell) => {
    for (const member of Array.from(members)) {
      if (members.has(member)) tell(member.listener);
    }
  };
  const setState = (tell: Tell) => {
    tellState = tell;
    tellAll((listener) => {
      // A member that was told may have changed the state for the rest.
      if (tellState === tell) tell(listener);
    });
  };

  const everyone = {
    onConnecting: () => setState((own) => own.onConnecting?.()),
    onResponse: (response, details) => setState((own) => own.onResponse(response, details)),
    onItem: (raw, event) => tellAll((own) => own.onItem(raw, event)),
    onLastEventId: (id) => tellAll((own) => own.onLastEventId?.(id)),
    onComment: (comment) => tellAll((own) => own.onComment?.(comment)),
    onRetry: (reconnection) => setState((own) => own.onRetry(reconnection)),
    onEnd: (reason, error) => {
      registration?.onStop();
      setState((own) => own.onEnd(reason, error));
    },
  } satisfies RequestListener;

  const send = (): SharedRun => {
    const request: StartRequestOptions = { clock, plan: () => leader.plan, listener: everyone, memory };
    return registration?.sharing?.start(request, sharingTools) ?? { stop: startRequest(request), restart: start };
  };
  const start = () => {
    const runBefore = run;
    run = undefined;
    runBefore?.stop();
    // A listener of the abort may have started the request again, or have been the last member to leave.
    if (run || members.size === 0) return;
    registration?.onStart();
    // Before members are told, so that one that leaves at once stops this request.
    run = send();
    everyone.onConnecting();
  };
  const stopIfEmpty = () => {
    if (members.size > 0) return;
    run?.stop();
    tellState = undefined;
    registration?.onStop();
  };

  return {
    join: (member) => {
      const lastEventId = tellState ? leader.plan.lastEventId() : '';
      // The ID that members have left behind may be another user's, and the events that follow would carry it on.
      const isAbandoned = members.size === 0 && lastEventId !== '';
      if (lastEventId && !isAbandoned) member.listener.onLastEventId?.(lastEventId);
      members.add(member);
      if (members.size === 1) leader = member;
      if (tellState && !isAbandoned) tellState(member.listener);
      else start();
    },
    leave: (member) => {
      members.delete(member);
      const [oldest] = members;
      if (oldest) leader = oldest;
      if (!registration) stopIfEmpty();
      // A component that is remounted in the same turn joins again before this timer fires.
      else if (members.size === 0) clock.setTimeout(stopIfEmpty, 0);
    },
    restart: () => {
      if (run) run.restart();
      else start();
    },
  };
}
