import { useMemo, useState } from 'react';
import type { EventSourceOptions } from 'react-streamed/core';
import { DemoCard } from './DemoCard.tsx';
import { SharedFeedReader } from './SharedFeedReader.tsx';

interface SharedFeedDemoProps extends Pick<EventSourceOptions, 'fetch' | 'share'> {
  /** The url that every component asks for. */
  url: string;
}

/** `share`: components that ask for the same stream share one connection. Browsers allow six for each HTTP/1.1 server. */
export function SharedFeedDemo({ url, share, fetch = globalThis.fetch }: SharedFeedDemoProps) {
  const [readers, setReaders] = useState(['Header', 'List']);
  const [requests, setRequests] = useState(0);
  const countingFetch = useMemo<typeof fetch>(
    () => (input, init) => {
      setRequests((count) => count + 1);
      return fetch(input, init);
    },
    [fetch],
  );
  return (
    <DemoCard
      label="Shared feed"
      status={readers.length > 0 ? 'open' : 'closed'}
      facts={{ Components: readers.length, Requests: requests }}
      actions={[
        { label: 'Add a component', onClick: () => setReaders([...readers, `Late ${readers.length - 1}`]) },
        { label: 'Remove one', onClick: () => setReaders(readers.slice(0, -1)), disabled: readers.length === 0 },
      ]}
    >
      <ul className="readers" aria-label="Components">
        {readers.map((name) => (
          <SharedFeedReader key={name} name={name} url={url} share={share} fetch={countingFetch} />
        ))}
      </ul>
    </DemoCard>
  );
}
