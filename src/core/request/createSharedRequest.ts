import { StreamError } from '../StreamError.ts';
import type { Clock } from '../platform/clock.ts';
import type { RequestListener, RequestPlan, StreamMemory } from './RequestPlan.ts';
import type { SharedRun, Sharing, SharingTools } from './Sharing.ts';
import { startRequest, type StartRequestOptions } from './startRequest.ts';

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

const sharingTools: SharingTools = {
  send: startRequest,
  createError: (code, message, details) => new StreamError(code, message, details),
};

/** Tells one listener something. */
type Tell = (listener: RequestListener) => void;

/** The entry of a request in a registry. */
export interface Registration {
  /** Makes the request in another way. */
  readonly sharing: Sharing | undefined;
  /** Called before the request is sent, because from then on others may join it. */
  onStart(): void;
  /** Called when the request has ended or was stopped. */
  onStop(): void;
}

/** Creates a request that nobody has joined yet. Without a registration it is for one member. */
export function createSharedRequest(clock: Clock, registration: Registration | undefined): SharedRequest {
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
