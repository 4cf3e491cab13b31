import type { StreamObserver } from '../core/platform/observer.ts';
import type { EventSourceOptions } from '../core/event-source/EventSourceOptions.ts';
import { describeStream } from './describeStream.ts';
import type { Emit } from './StreamRecord.ts';

/** Returns the latest options of a stream, and tells it from others. */
type Stream = () => object;

/** What a stream has shown so far. */
interface Shown {
  readonly stream: Stream;
  /** When the first item arrived that is not published. */
  arrivedAt: number | undefined;
  /** When the first snapshot was published that is not committed. */
  publishedAt: number | undefined;
  /** The counts of the latest snapshots. */
  publishedCount: number;
  committedCount: number;
}

/** Creates the functions that watch the snapshots of streams. They record how items get from the network to the screen. */
export function watchSnapshots(emit: Emit): Pick<StreamObserver, 'onArrival' | 'onSnapshot' | 'onCommit'> {
  const streams = new WeakMap<Stream, Shown>();
  const snapshots = new WeakMap<object, Shown>();

  const find = (stream: Stream): Shown => {
    const known = streams.get(stream);
    if (known) return known;
    const shown = { stream, arrivedAt: undefined, publishedAt: undefined, publishedCount: 0, committedCount: 0 };
    streams.set(stream, shown);
    return shown;
  };

  return {
    onArrival: (stream) => {
      find(stream).arrivedAt ??= performance.now();
    },
    onSnapshot: (stream, snapshot) => {
      const shown = find(stream);
      const end = performance.now();
      const { arrivedAt: start = end } = shown;
      const count = countOf(snapshot);
      const items = countNew(count, shown.publishedCount);
      snapshots.set(snapshot, shown);
      shown.arrivedAt = undefined;
      shown.publishedCount = count;
      if (items === 0) return;
      shown.publishedAt ??= end;
      emit({ ...describeStream(stream()), type: 'snapshot', start, end, items });
    },
    onCommit: (snapshot) => {
      const shown = snapshots.get(snapshot);
      if (shown?.publishedAt === undefined) return;
      const { publishedAt: start } = shown;
      const count = countOf(snapshot);
      const items = countNew(count, shown.committedCount);
      const options = shown.stream();
      const { share } = options as EventSourceOptions;
      shown.publishedAt = undefined;
      shown.committedCount = count;
      const end = performance.now();
      // React allows no updates in an insertion effect, and a reader may want to render what it reads.
      queueMicrotask(() => emit({ ...describeStream(options), type: 'commit', start, end, items, share }));
    },
  };
}

function countOf(snapshot: object): number {
  return (snapshot as { count: number }).count;
}

/** Counts the items since an earlier snapshot. A count below that one's has started again. */
function countNew(count: number, before: number): number {
  return count < before ? count : count - before;
}
