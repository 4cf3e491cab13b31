import type { RequestListener } from '../core/request/RequestPlan.ts';
import type { EventLog } from './createEventLog.ts';
import { packItem } from './packItems.ts';
import { packError, type PackedState } from './packState.ts';
import type { FollowerMessage, LeaderMessage } from './TabMessage.ts';

/** What a relay works with. */
export interface RelayOptions {
  /** What this page wants to know of the request. */
  readonly listener: RequestListener;
  readonly log: EventLog;
  post(message: Partial<LeaderMessage>): void;
  /** Begins a new term, so that the messages of the one before are told apart. */
  beginTerm(): void;
}

/** Passes what the leader's request brings on to the other tabs, and to its own page. */
export interface Relay {
  /** Listens to the request. */
  readonly listener: RequestListener;
  /** Posts a new state of the request. */
  setState(next: PackedState): void;
  /** Posts what has arrived and was not posted. */
  flush(): void;
  /** Posts what a follower has asked for. */
  answer(need: FollowerMessage['need']): void;
}

/** Creates the relay of a request that is not sent yet. */
export function createRelay({ listener, log, post, beginTerm }: RelayOptions): Relay {
  let state: PackedState = {};
  /** What a chunk has brought, packed. */
  let items: string[] = [];
  let isFlushDue = false;

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
    beginTerm();
    post({ state });
  };

  return {
    listener: {
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
        const { error, ...retry } = reconnection;
        setState({ reconnection: retry, error: packError(error) });
        listener.onRetry(reconnection);
      },
      onEnd: (reason, error) => {
        setState({ end: reason, error: packError(error) });
        listener.onEnd(reason, error);
      },
    },
    setState,
    flush,
    answer: (need) => {
      if (need === 'state') post({ state });
      else post({ ...log.since(need), need });
    },
  };
}
