import { useEffect, useState, useSyncExternalStore } from 'react';
import { traceStreams } from 'react-streamed/devtools';
import { createTimeline } from '../charts/createTimeline.ts';
import { describeAnswerRecord } from '../charts/describeAnswerRecord.ts';
import { createAnswerServer, type AnswerServerSettings } from '../server/createAnswerServer.ts';
import { createStoredItems } from '../server/createStoredItems.ts';

/** How long a reload takes, in milliseconds. */
const reloadTime = 1500;

let labs = 0;

/** A page that can be reloaded, on a network that can be cut, with a server that keeps its answers. */
export function useResumeLab({ delay, cutAfter }: AnswerServerSettings) {
  const [timeline] = useState(createTimeline);
  const [server] = useState(() => createAnswerServer(timeline, { delay, cutAfter }));
  const [storage] = useState(createStoredItems);
  // The records of a page are those of all its streams.
  const [key] = useState(() => `answer ${(labs += 1)}`);
  const [page, setPage] = useState({ loads: 1, isAway: false });
  const entries = useSyncExternalStore(timeline.subscribe, timeline.getSnapshot);
  const stored = useSyncExternalStore(storage.subscribe, storage.getSnapshot);
  useEffect(() => server.update({ delay, cutAfter }), [server, delay, cutAfter]);
  useEffect(
    () =>
      traceStreams({
        onRecord: (record) => {
          if (!('key' in record) || record.key !== key) return;
          for (const entry of describeAnswerRecord(record)) timeline.add({ at: record.end, ...entry });
        },
      }),
    [timeline, key],
  );
  useEffect(() => {
    if (!page.isAway) return undefined;
    const timer = setTimeout(() => setPage({ loads: page.loads + 1, isAway: false }), reloadTime);
    return () => clearTimeout(timer);
  }, [page]);
  const reload = () => {
    timeline.add({ at: performance.now(), lane: 'network', label: 'reload', text: 'You reload the page' });
    setPage({ ...page, isAway: true });
  };
  return { fetch: server.fetch, cut: server.cut, storage, stored, key, entries, page, reload };
}
