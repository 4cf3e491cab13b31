import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { list, useEventSource } from 'react-streamed';
import { acrossTabs, queryTabs } from 'react-streamed/tabs';
import { createRecord } from './createRecord.ts';

const parameters = new URLSearchParams(location.search);
const url = parameters.get('url') ?? '/events';
const name = parameters.get('name') ?? 'feed';
const idleTimeout = Number(parameters.get('idleTimeout')) || undefined;
const isShared = parameters.get('share') !== 'false';
const isDeaf = parameters.has('deaf');
/** The type of the event that ends the stream, if one does. */
const endMark = parameters.get('until');
/** How many of the latest events are the data. */
const limit = Number(parameters.get('limit') ?? 1);

const readerCount = Number(parameters.get('readers') ?? 2);
const records = Array.from({ length: readerCount }, createRecord);
let isMounted = true;
const listeners = new Set<() => void>();

// A page that is frozen without notice, as when a machine is suspended, gets none of these events.
if (isDeaf) {
  Object.defineProperty(document, 'visibilityState', { get: () => 'visible' });
  for (const type of ['freeze', 'visibilitychange']) {
    addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
  }
}

function Reader({ index }: { readonly index: number }) {
  const record = records[index]!;
  const { data, lastEvent, ...hook } = useEventSource(url, {
    share: isShared && acrossTabs(name),
    idleTimeout,
    parse: (event) => event,
    until: (event) => event.type === endMark,
    accumulate: list({ limit }),
    onEvent: record.add,
    onOpen: record.open,
    reconnect: { initialDelay: 20 },
  });
  Object.assign(record.hook, hook, { data: data.map((event) => event.data), lastEvent });
  return <output>{hook.status}</output>;
}

function App() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isMounted,
  );
  return shown && records.map((_, index) => <Reader key={index} index={index} />);
}

const page = {
  records,
  queryTabs: () => queryTabs(name),
  unmount: () => {
    isMounted = false;
    for (const listener of listeners) listener();
  },
};

declare global {
  interface Window {
    page: typeof page;
  }
}
window.page = page;

createRoot(document.querySelector('main')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
