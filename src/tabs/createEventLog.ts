import type { RequestListener } from '../core/request/RequestPlan.ts';
import type { StartRequestOptions } from '../core/request/startRequest.ts';
import type { ServerSentEvent } from '../core/ServerSentEvent.ts';
import { textsPerItem, unpackItems, type PackedItems } from './packItems.ts';
import type { Batch } from './TabMessage.ts';

/** How many of the latest items a tab keeps for others that lack them. */
const keptItems = 256;

/** How many ordinals a millisecond has, so that a stream which begins again never repeats those of the one before. */
const ordinalsPerMillisecond = 1000;

/** What a log works with. */
export interface EventLogOptions {
  readonly request: StartRequestOptions;
  /** Sends a request of this tab alone. */
  fetchAlone(listener: RequestListener): () => void;
  /** Asks the leader for the items from an ordinal on. */
  ask(from: number): void;
}

/** The position of a tab in the stream, and what it knows of the items around it. */
export interface EventLog {
  /** Returns the ordinal of the item that comes next. */
  next(): number;
  /** Adds the next items. */
  add(items: PackedItems): void;
  /** Returns the items from an ordinal on, with that ordinal, or none if they have been dropped. */
  since(ordinal: number): Pick<Batch, 'from' | 'items'>;
  /** Tells the listener of each item that it has not seen, in order. */
  receive(batch: Batch, isNewTerm: boolean): void;
  /** Waits no longer for items that this tab lacks. If there are any, its position is unknown after that. */
  stop(): void;
}

/** Creates the log of a tab that knows nothing yet. */
export function createEventLog({ request, fetchAlone, ask }: EventLogOptions): EventLog {
  const { plan, listener } = request;
  /** The ordinal of the next item. Undefined before it is known. */
  let position: number | undefined;
  let recent: string[] = [];
  /** Whether the new leader will bring events again that this tab has seen. */
  let isAhead = false;
  /** What arrived after events that this tab lacks, and the ordinals that follow the IDs in it. */
  let held: Batch[] = [];
  let heldIds = new Map<string, number>();
  let stopFetch: (() => void) | undefined;

  const moveTo = (ordinal: number | undefined) => {
    position = ordinal;
    recent = [];
  };
  const next = () => {
    if (position === undefined) moveTo(Date.now() * ordinalsPerMillisecond);
    return position!;
  };
  const add = (items: PackedItems) => {
    position = next() + items.length / textsPerItem;
    const longest = keptItems * textsPerItem;
    recent.push(...items.slice(-longest));
    // Not each time, because removing the first of many texts moves all others.
    if (recent.length > 2 * longest) recent = recent.slice(-longest);
  };
  const takeId = (id: string) => {
    if (id !== plan().lastEventId()) listener.onLastEventId?.(id);
  };
  const tell = (item: ServerSentEvent) => {
    if (item.type === '') {
      listener.onComment?.(item.data);
      return;
    }
    takeId(item.lastEventId);
    listener.onItem(item, item);
  };

  const apply = ({ from, items, lastEventId }: Batch) => {
    const all = unpackItems(items);
    // The new leader brings the latest event of this tab again. What follows it is new, even if this tab has counted
    // comments in between, or events that the server does not repeat.
    const known = isAhead ? all.findIndex((item) => item.lastEventId === plan().lastEventId()) : -1;
    if (known >= 0) moveTo(from + known + 1);
    const seen = next() - from;
    if (seen > all.length) return;
    isAhead = false;
    add(items.slice(seen * textsPerItem));
    for (const item of all.slice(seen)) tell(item);
    takeId(lastEventId);
  };

  const hold = (batch: Batch) => {
    held.push(batch);
    let ordinal = batch.from;
    const note = (id: string) => {
      if (!heldIds.has(id)) heldIds.set(id, ordinal);
    };
    if (batch.items.length === 0 && batch.lastEventId !== '') note(batch.lastEventId);
    for (const item of unpackItems(batch.items)) {
      ordinal += 1;
      if (item.type !== '') note(item.lastEventId);
    }
  };
  const stop = () => {
    stopFetch?.();
    stopFetch = undefined;
    if (held.length > 0) moveTo(undefined);
    held = [];
    heldIds = new Map();
  };
  /** Continues at an ordinal with what was held. */
  const resume = (ordinal: number, batches = held) => {
    stop();
    moveTo(ordinal);
    for (const batch of batches) receive(batch, false);
  };

  const giveUp = () => resume(held[0]!.from);

  /** Fetches what every leader has dropped, until an event arrives that the leader has posted. */
  const fetchMissing = () => {
    if (plan().lastEventId() === '') {
      giveUp();
      return;
    }
    stopFetch = fetchAlone({
      onResponse: () => {},
      onRetry: () => {},
      onLastEventId: takeId,
      onItem: (raw, event) => {
        listener.onItem(raw, event);
        const ordinal = heldIds.get(event!.lastEventId);
        if (ordinal !== undefined) resume(ordinal);
      },
      onEnd: giveUp,
    });
  };

  const holdMore = (batch: Batch, isNewTerm: boolean) => {
    hold(batch);
    // The leader that was asked is gone.
    if (isNewTerm && !stopFetch) ask(position!);
    if (!stopFetch) return;
    // The leader may be the one that comes later: it was behind this tab, or the fetched events are faster than it.
    const ordinal = heldIds.get(plan().lastEventId());
    if (ordinal !== undefined) resume(ordinal);
    // What is fetched can never be matched with events that have no IDs.
    else if (heldIds.has('')) giveUp();
  };
  /** Takes the position of the leader that was heard first. */
  const begin = (batch: Batch) => {
    const ownId = plan().lastEventId();
    moveTo(batch.from);
    if (ownId === '' || ownId === batch.lastEventId) return;
    // A tab that has been in the stream before continues after its last event ID.
    hold(batch);
    fetchMissing();
  };
  const receive = (batch: Batch, isNewTerm: boolean) => {
    const { from, lastEventId, need } = batch;
    if (position === undefined) begin(batch);
    const expected = next();
    if (held.length > 0) {
      const isAnswer = need === expected && !stopFetch;
      if (isAnswer && from > expected) fetchMissing();
      else if (isAnswer) resume(expected, [batch, ...held]);
      else holdMore(batch, isNewTerm);
      return;
    }
    if (isNewTerm && expected > from) {
      isAhead = lastEventId !== plan().lastEventId();
      // Without IDs, nothing tells which of the events that follow this tab has seen.
      if (!isAhead) moveTo(from);
    }
    if (from > expected) {
      hold(batch);
      ask(expected);
    } else {
      apply(batch);
    }
  };

  return {
    next,
    add,
    since: (ordinal) => {
      const start = recent.length - (next() - ordinal) * textsPerItem;
      return start < 0 ? { from: next(), items: [] } : { from: ordinal, items: recent.slice(start) };
    },
    receive,
    stop,
  };
}
