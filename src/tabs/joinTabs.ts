import { isPageHidden } from '../core/platform/isPageHidden.ts';
import type { SharedRun, SharingTools } from '../core/request/Sharing.ts';
import type { StartRequestOptions } from '../core/request/startRequest.ts';
import { awaitEcho } from './awaitEcho.ts';
import { createCandidacy } from './createCandidacy.ts';
import { createEventLog } from './createEventLog.ts';
import { createHeartbeat } from './createHeartbeat.ts';
import { createRelay } from './createRelay.ts';
import { followPage } from './followPage.ts';
import { tellState } from './packState.ts';
import type { FollowerMessage, LeaderMessage, TabMessage } from './TabMessage.ts';

/** The names whose requests this page sends. */
export const ledNames: Set<string> = /* @__PURE__ */ new Set<string>();

/** Makes one request for all tabs that have joined under a name. */
export function joinTabs(name: string, request: StartRequestOptions, { send, createError }: SharingTools): SharedRun {
  const { clock, plan, listener, memory } = request;
  /** Undefined while the page is left. */
  let channel: BroadcastChannel | undefined;
  /** The latest term. It begins as a time, so that a leader that has heard of no other has a later one than all before it. */
  let term = 0;
  /** The term of the latest state that the listener was told by another tab. */
  let toldTerm = 0;
  /** Stops the request. Defined while this tab leads. */
  let stopRequest: (() => void) | undefined;

  const post = (message: Partial<LeaderMessage>) => {
    channel?.postMessage({
      term,
      from: log.next(),
      items: [],
      lastEventId: plan().lastEventId(),
      reconnectionTime: memory.reconnectionTime,
      isHidden: isPageHidden(),
      ...message,
    } satisfies LeaderMessage);
  };
  const beat = () => post({});
  const ask = (need: FollowerMessage['need']) => channel?.postMessage({ need } satisfies FollowerMessage);
  const beginTerm = () => {
    term = Math.max(term + 1, Date.now());
  };

  const log = createEventLog({ request, ask, fetchAlone: (own) => send({ ...request, listener: own }) });
  const relay = createRelay({ listener, log, post, beginTerm });
  const lead = () => {
    log.stop();
    ledNames.add(name);
    relay.setState({});
    listener.onConnecting?.();
    stopRequest = send({ ...request, listener: relay.listener });
    heartbeat.lead();
  };
  const catchUp = () => awaitEcho(channel!);
  const candidacy = createCandidacy({ name, catchUp, onElected: lead, onStolen: () => stand() });
  const stopLeading = () => {
    if (!stopRequest) return;
    relay.flush();
    stopRequest();
    stopRequest = undefined;
    ledNames.delete(name);
  };
  const withdraw = (delay?: Promise<void>) => {
    stopLeading();
    candidacy.withdraw(delay);
  };
  const follow = () => {
    // What the leader has posted may have arrived before this tab knew that it does not lead, or while it was hidden.
    ask('state');
    heartbeat.follow();
  };
  const stand = (options?: LockOptions) => {
    stopLeading();
    candidacy.stand(options);
    follow();
  };
  const takeOver = () => stand({ steal: true });
  const heartbeat = createHeartbeat({
    clock,
    limit: () => plan().source().idleTimeout ?? Infinity,
    isLeader: () => stopRequest !== undefined,
    beat,
    takeOver,
  });

  const hearLeader = (message: LeaderMessage) => {
    const { state, reconnectionTime } = message;
    // The message comes from a former leader, or from one whose state this tab has not been told.
    if (stopRequest || message.term < term || (term === 0 && !state)) return;
    const isNewTerm = message.term > term;
    term = message.term;
    if (reconnectionTime !== undefined) memory.reconnectionTime = reconnectionTime;
    heartbeat.hear(message);
    log.receive(message, isNewTerm);
    if (!state || term === toldTerm) return;
    toldTerm = term;
    if (state.end) stop();
    tellState(state, listener, createError);
  };
  const onMessage = ({ data }: MessageEvent<TabMessage>) => {
    if ('term' in data) hearLeader(data);
    else if (stopRequest && 'need' in data) relay.answer(data.need);
  };

  const join = () => {
    term = 0;
    channel = new BroadcastChannel(name);
    channel.addEventListener('message', onMessage);
    stand();
  };
  const leave = (delay?: Promise<void>) => {
    withdraw(delay);
    log.stop();
    heartbeat.stop();
    channel?.close();
    channel = undefined;
  };
  const unfollowPage = followPage({
    pagehide: () => leave(),
    pageshow: ({ persisted }) => {
      if (persisted) join();
    },
    // A frozen page would keep the lock, or be granted it, and could not send the request. Its messages wait for it.
    freeze: () => withdraw(),
    resume: () => {
      // A page that was left is resumed on its way back.
      if (channel) stand();
    },
    visibilitychange: () => {
      if (stopRequest) beat();
      else if (channel) follow();
    },
  });
  const stop = () => {
    unfollowPage();
    relay.flush();
    // The lock could reach another tab sooner than the end of the stream, and that tab would send the request again.
    leave(stopRequest && awaitEcho(channel!));
  };

  join();
  return { stop, restart: takeOver };
}
