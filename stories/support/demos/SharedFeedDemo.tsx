import { useState } from 'react';
import { DemoCard } from './DemoCard.tsx';
import { SharedFeedReader, type SharedFeedProps } from './SharedFeedReader.tsx';
import { useCountedFetch } from './useCountedFetch.ts';

/** `share`: components that ask for the same stream share one connection. Browsers allow six per HTTP/1.1 server. */
export function SharedFeedDemo({ fetch = globalThis.fetch, ...feed }: SharedFeedProps) {
  const [readers, setReaders] = useState(['Header', 'List']);
  const [requests, countedFetch] = useCountedFetch(fetch);
  return (
    <DemoCard
      label="Shared feed"
      status={readers.length > 0 ? 'mounted' : 'empty'}
      facts={{ Components: readers.length, Requests: requests }}
      actions={[
        { label: 'Add a component', onClick: () => setReaders([...readers, `Late ${readers.length - 1}`]) },
        { label: 'Remove one', onClick: () => setReaders(readers.slice(0, -1)), disabled: readers.length === 0 },
      ]}
    >
      {readers.length === 0 && <p className="empty">No component asks for the feed, so its connection is closed</p>}
      <ul className="readers" aria-label="Components">
        {readers.map((name) => (
          <SharedFeedReader key={name} name={name} {...feed} fetch={countedFetch} />
        ))}
      </ul>
    </DemoCard>
  );
}
