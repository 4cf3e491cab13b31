import type { Clock } from '../platform/clock.ts';
import { startRequest, type StreamRequest } from './startRequest.ts';

/** One that takes part in a request. Its options are used while it is the oldest one. */
export interface RequestMember extends StreamRequest {
  /** Called when a first attempt begins. */
  onConnect(): void;
}

/** A request for one member or for many. */
export interface SharedRequest {
  /** Adds a member and tells it where the request stands; the first one starts it. */
  join(member: RequestMember): void;
  /** Takes a member out. The request is stopped when it was the last one. */
  leave(member: RequestMember): void;
  /** Starts anew, at once. */
  restart(): void;
}

const requests = new Map<string, SharedRequest>();

/**
 * Finds the request of a name, or creates one.
 *
 * @param name - what it is shared as; without a name it is nobody else's.
 */
export function shareRequest(clock: Clock, name: string | undefined): SharedRequest {
  const running = requests.get(name!);
  if (running) return running;

  const members = new Set<RequestMember>();
  /** The oldest member; once all have left, the last one that was. */
  let lead: RequestMember;
  let stop: (() => void) | undefined;
  /** Tells a member where the request stands; none before it has started and once it has stopped. */
  let tellState: ((member: RequestMember) => void) | undefined;

  const tell = (call: (member: RequestMember) => void) => {
    // One that leaves meanwhile is told nothing more, and one that joins meanwhile was told by its joining.
    for (const member of Array.from(members)) if (members.has(member)) call(member);
  };
  const setState = (call: (member: RequestMember) => void) => {
    tellState = call;
    // One that is told may change the state for the rest.
    tell((member) => tellState === call && call(member));
  };

  const forget = () => {
    if (requests.get(name!) === request) requests.delete(name!);
  };
  const stopIfEmpty = () => {
    if (members.size > 0) return;
    stop?.();
    tellState = undefined;
    forget();
  };

  const findLead = () => ([lead = lead] = members) && lead;
  const learnt = {};
  const restart = () => {
    stop?.();
    // What listens to the abort may have been the last one to leave.
    if (members.size === 0) return;
    if (name !== undefined) requests.set(name, request);
    // Before members are told, so that one that leaves at once stops this request.
    stop = startRequest(
      clock,
      () => ({
        ...findLead(),
        onResponse: (response) => setState((member) => member.onResponse(response)),
        onItem: (raw, event, details) => tell((member) => member.onItem(raw, event, details)),
        onRetry: (retry) => setState((member) => member.onRetry(retry)),
        onEnd: (error) => {
          forget();
          setState((member) => member.onEnd(error));
        },
      }),
      learnt,
    );
    setState((member) => member.onConnect());
  };

  const request: SharedRequest = {
    join: (member) => {
      if (tellState) member.onItem({ lastEventId: findLead().lastEventId() }, undefined, {});
      members.add(member);
      if (tellState) tellState(member);
      else restart();
    },
    leave: (member) => {
      members.delete(member);
      findLead();
      // A remount (StrictMode, another route) leaves and joins again before this timer fires.
      if (name === undefined) stopIfEmpty();
      else if (members.size === 0) clock.setTimeout(stopIfEmpty, 0);
    },
    restart,
  };
  return request;
}
