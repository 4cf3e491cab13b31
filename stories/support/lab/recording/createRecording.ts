import { createSeries, type Series, type SeriesTotals } from './createSeries.ts';

/** What a connection does, as far as the records of `traceStreams` tell. */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'waiting' | 'done' | 'closed' | 'error';

/** What happened on a stream up to one moment. */
export interface Reading {
  readonly state: ConnectionState;
  readonly bytes: SeriesTotals;
  readonly items: SeriesTotals;
  readonly snapshots: SeriesTotals;
  readonly commits: SeriesTotals;
  readonly shown: SeriesTotals;
}

/** Something that lasts until the next of its kind. */
export interface StateChange {
  readonly id: number;
  readonly at: number;
  readonly state: ConnectionState;
}

/** Items that were published or committed together, and for how long they had waited for that. */
type ItemSpan = Readonly<Record<'start' | 'end' | 'items', number>>;

/** The names of the lanes that are drawn as series. */
export type LaneName = 'bytes' | 'items' | 'snapshots' | 'commits' | 'shown';

/** What happens on a stream, from the bytes that arrive to the characters that are shown. */
export interface Recording {
  /** When it began, a `performance.now()` time. */
  readonly start: number;
  /** When something happened last. */
  readonly latest: number;
  /**
   * The chunks and their bytes, the items and their characters, the snapshots and commits with their items, and what is
   * shown.
   */
  readonly lanes: Readonly<Record<LaneName, Series>>;
  /** The state of the connection now. */
  readonly state: ConnectionState;
  addChunk(bytes: number): void;
  addItem(characters: number): void;
  addSnapshot(snapshot: ItemSpan): void;
  addCommit(commit: ItemSpan): void;
  /** Notes how many characters are on the screen. */
  setShown(characters: number): void;
  setState(state: ConnectionState): void;
  /** Notes a fault, which is drawn across all lanes. */
  addFault(): void;
  /** Counts from zero again, because another answer follows. */
  restart(): void;
  readAt(at: number): Reading;
  /** The changes of state that can be seen between two moments. */
  statesBetween(from: number, to: number): readonly StateChange[];
  faultsBetween(from: number, to: number): readonly number[];
}

/** More changes of state or faults than can be told apart in the picture. */
const mostMarks = 500;

/** Creates an empty recording. */
export function createRecording(): Recording {
  const start = performance.now();
  const lanes = {
    bytes: createSeries(),
    items: createSeries(),
    snapshots: createSeries(),
    commits: createSeries(),
    shown: createSeries(),
  };
  let states: readonly StateChange[] = [{ id: 0, at: start, state: 'idle' }];
  let faults: readonly number[] = [];
  let latest = start;

  const note = () => {
    latest = performance.now();
    return latest;
  };
  const stateAt = (at: number) => (states.findLast((change) => change.at <= at) ?? states[0]!).state;

  return {
    start,
    get latest() {
      return latest;
    },
    lanes,
    get state() {
      return states.at(-1)!.state;
    },
    addChunk: (bytes) => lanes.bytes.add({ at: note(), size: bytes }),
    addItem: (characters) => lanes.items.add({ at: note(), size: characters }),
    addSnapshot: ({ start: from, end, items }) => lanes.snapshots.add({ at: end, start: from, size: items }),
    addCommit: ({ start: from, end, items }) => lanes.commits.add({ at: end, start: from, size: items }),
    setShown: (characters) => {
      const at = note();
      const before = lanes.shown.totalsAt(at).size;
      if (characters !== before) lanes.shown.add({ at, size: characters - before });
    },
    setState: (state) => {
      const last = states.at(-1)!;
      // The hook and a record may both say so.
      if (state !== last.state) states = [...states.slice(1 - mostMarks), { id: last.id + 1, at: note(), state }];
    },
    addFault: () => {
      faults = [...faults.slice(1 - mostMarks), note()];
    },
    restart: () => {
      const at = note();
      for (const lane of Object.values(lanes)) lane.restart(at);
    },
    readAt: (at) => ({
      state: stateAt(at),
      bytes: lanes.bytes.totalsAt(at),
      items: lanes.items.totalsAt(at),
      snapshots: lanes.snapshots.totalsAt(at),
      commits: lanes.commits.totalsAt(at),
      shown: lanes.shown.totalsAt(at),
    }),
    statesBetween: (from, to) => {
      const first = states.findLastIndex(({ at }) => at <= from);
      return states.slice(Math.max(0, first)).filter(({ at }) => at <= to);
    },
    faultsBetween: (from, to) => faults.filter((at) => at >= from && at <= to),
  };
}
