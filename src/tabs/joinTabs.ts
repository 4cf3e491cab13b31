import type { RequestListener } from '../core/request/RequestPlan.ts';
import type { SharedRun, SharingTools } from '../core/request/Sharing.ts';
import type { StartRequestOptions } from '../core/request/startRequest.ts';
import { createEventLog } from './createEventLog.ts';
import { deliverEnd } from './deliverEnd.ts';
import { packItem } from './packItems.ts';
import { packError, tellState, type PackedState } from './packState.ts';
import type { FollowerMessage, LeaderMessage } from './TabMessage.ts';

/** By how much tabs differ in their patience, in milliseconds, so that not all of them take over at once. */
const patienceSpread = 500;

/** The names whose requests this page sends. */
export const ledNames: Set<string> = /* @__PURE__ */ new Set<string>();

/** Makes one request for all tabs that have joined under a name. */
export function joinTabs(name: string, request: StartRequestOptions, { send, createError }: SharingTools): SharedRun {
  const { clock, plan, listener, memory } = request;
  const patience = Math.random() * patienceSpread;
  const pageEvents = new AbortController();
  let channel: BroadcastChannel | undefined;
  /** A time, so that a leader who has heard of no other still has a higher term than those before. */
  let term = 0;
  /** The term of the latest state that the listener was told by another tab. */
  let toldTerm = 0;
  let state: PackedState = {};
  /** Ends the latest candidacy, whether it waits for the lock or holds it. */
  let candidacy = new AbortController();
  let release: ((delay?: Promise<void>) => void) | undefined;
  /** Settles when the tabs have been told that the request has ended. Undefined before it ends. */
  let endDelivery: Promise<void> | undefined;
  /** Stops the request. Defined while this tab leads. */
  let stopRequest: (() => void) | undefined;
  /** What a chunk has brought, packed. */
  let items: string[] = [];
  let isFlushDue = false;
  let heardAt = 0;
  let isLeaderHidden = false;
  let timer: unknown;

  const ask = (need: FollowerMessage['need']) => channel?.postMessage({ need } satisfies FollowerMessage);
  const log = createEventLog({ request, ask, fetchAlone: (own) => send({ ...request, listener: own }) });

  const post = (message: Partial<LeaderMessage>) => {
    channel?.postMessage({
      term,
      from: log.next(),
      items: [],
      lastEventId: plan().lastEventId(),
      reconnectionTime: memory.reconnectionTime,
      isHidden: isHidden(),
      ...message,
    } satisfies LeaderMessage);
  };
  /** Posts all that a chunk has brought as one message. */
  const flush = () => {
    if (!isFlushDue) return;
    isFlushDue = false;
    const from = log.next();
    log.add(items);
    post({ from, items });
    items = [];
  };
  const setState = (next: PackedState) => {
    flush();
    state = next;
    term = Math.max(term + 1, Date.now());
    post({ state });
  };
  const relay: RequestListener = {
    ...listener,
    onChunk: () => {
      if (!isFlushDue) queueMicrotask(flush);
      isFlushDue = true;
    },
    onResponse: (response, details) => {
      const { status, url, headers } = response;
      setState({ response: { status, url, headers: [...headers] }, details });
      listener.onResponse(response, details);
    },
    onItem: (raw, event) => {
      if (event) packItem(items, event);
      listener.onItem(raw, event);
    },
    onComment: (comment) => {
      packItem(items, { type: '', data: comment, lastEventId: '' });
      listener.onComment?.(comment);
    },
    onRetry: (reconnection) => {
      const { attempt, delay, at, error } = reconnection;
      setState({ reconnection: { attempt, delay, at }, error: packError(error) });
      listener.onRetry(reconnection);
    },
    onEnd: (reason, error) => {
      endDelivery = deliverEnd(name);
      setState({ end: reason, error: packError(error) });
      listener.onEnd(reason, error);
    },
  };

  const lead = () => {
    log.stop();
    ledNames.add(name);
    setState({});
    listener.onConnecting?.();
    stopRequest = send({ ...request, listener: relay });
    watch();
  };
  const withdraw = () => {
    candidacy.abort();
    if (stopRequest) {
      flush();
      stopRequest();
      stopRequest = undefined;
      ledNames.delete(name);
    }
    // The lock could reach another tab sooner than the end, and that tab would send the request again.
    release?.(endDelivery);
  };
  /** Waits for the lock, or takes it from whoever holds it. */
  const stand = (options: LockOptions = {}) => {
    withdraw();
    const own = new AbortController();
    candidacy = own;
    const onGranted = () => {
      // A stolen lock is granted even if this tab has left meanwhile.
      if (own.signal.aborted) return undefined;
      return new Promise<void>((resolve) => {
        release = resolve;
        afterMessages(() => {
          if (!own.signal.aborted) lead();
        });
      });
    };
    const onRefused = (error: Error) => {
      if (own.signal.aborted) return;
      // Another tab has stolen the lock. Or this page may not use locks, such as a sandboxed frame: it is alone.
      if (error.name === 'AbortError') stand();
      else lead();
    };
    const signal = options.steal ? {} : { signal: own.signal };
    navigator.locks.request(name, { ...options, ...signal }, onGranted).catch(onRefused);
    // What a new leader has posted may have arrived before this tab knew that it leads no longer.
    ask('state');
    expectLeader();
  };
  const takeOver = () => stand({ steal: true });

  /** A leader beats twice in the time that it may be silent. A visible follower takes over after that time. */
  const watch = () => {
    clock.clearTimeout(timer);
    const limit = plan().source().idleTimeout ?? Infinity;
    let delay = limit / 2;
    if (stopRequest) {
      post({});
    } else {
      // A message changes only a number: thousands arrive in a second.
      delay = heardAt + (isLeaderHidden ? 0 : limit) + patience - clock.now();
      if (delay <= 0 && !isHidden()) {
        takeOver();
        return;
      }
    }
    if (delay < Infinity) timer = clock.setTimeout(watch, delay > 0 ? delay : limit);
  };
  const expectLeader = () => {
    heardAt = clock.now();
    isLeaderHidden = false;
    watch();
  };

  const onMessage = ({ data }: MessageEvent<LeaderMessage | FollowerMessage>) => {
    if (!('term' in data)) {
      if (!stopRequest) return;
      if (data.need === 'state') post({ state });
      else post({ ...log.since(data.need), need: data.need });
      return;
    }
    // A former leader, or one whose state this tab does not know yet.
    if (stopRequest || data.term < term || (term === 0 && !data.state)) return;
    const isNewTerm = data.term > term;
    term = data.term;
    if (data.reconnectionTime !== undefined) memory.reconnectionTime = data.reconnectionTime;
    hear(data);
    log.receive(data, isNewTerm);
    if (!data.state || term === toldTerm) return;
    toldTerm = term;
    if (data.state.end) stop();
    tellState(data.state, listener, createError);
  };
  /** Without IDs, a change of leaders may lose events, which a hidden leader is not worth. */
  const hear = ({ isHidden: isLeavingLeader, lastEventId }: LeaderMessage) => {
    const wasHidden = isLeaderHidden;
    isLeaderHidden = isLeavingLeader && lastEventId !== '';
    if (isLeaderHidden === wasHidden) {
      if (!isLeaderHidden) heardAt = clock.now();
      return;
    }
    heardAt = clock.now();
    watch();
  };

  const join = () => {
    term = 0;
    channel = new BroadcastChannel(name);
    channel.addEventListener('message', onMessage);
    stand();
  };
  const leave = () => {
    withdraw();
    log.stop();
    clock.clearTimeout(timer);
    channel?.close();
    channel = undefined;
  };
  const stop = () => {
    pageEvents.abort();
    leave();
  };
  const onPageEvent = (event: Event) => {
    // A page that has left is frozen and resumed on its way back.
    if (!channel && event.type !== 'pageshow') return;
    switch (event.type) {
      case 'pagehide':
        leave();
        break;
      case 'pageshow':
        if ((event as PageTransitionEvent).persisted) join();
        break;
      case 'freeze':
        // A frozen page would keep the lock, or be granted it, and could not send the request. Its messages wait for it.
        withdraw();
        break;
      case 'resume':
        stand();
        break;
      default:
        if (stopRequest) {
          post({});
        } else {
          expectLeader();
          ask('state');
        }
    }
  };
  const { signal } = pageEvents;
  for (const type of ['pagehide', 'pageshow']) addEventListener(type, onPageEvent, { signal });
  for (const type of ['freeze', 'resume', 'visibilitychange']) document.addEventListener(type, onPageEvent, { signal });

  join();
  return { stop, restart: takeOver };
}

function isHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/** Calls back after the messages that have arrived: the former leader may have posted that the stream has ended. */
function afterMessages(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    callback();
  });
  port1.start();
  port2.postMessage(undefined);
}
