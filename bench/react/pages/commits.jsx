import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { list, useEventSource } from 'react-streamed';

const isDone = ({ data }) => data === '[DONE]';
const items = list();

/** Answers how many commits showed the events of `url`, and how many events were shown in the end. */
globalThis.run = ({ url }) =>
  new Promise((resolve) => {
    let commits = 0;
    /** Sets state in an effect at each commit of its parent, which is how too deep updates come about. */
    function Follower({ count }) {
      const [seen, setSeen] = useState(0);
      useEffect(() => setSeen(count), [count]);
      return <i>{seen}</i>;
    }
    function Source() {
      const { data, count, status } = useEventSource(url, { until: isDone, accumulate: items });
      useEffect(() => {
        if (count > 0) commits++;
        if (status === 'closed') resolve({ commits, shown: data.length });
      });
      return (
        <p>
          {data.length} <Follower count={count} />
        </p>
      );
    }
    createRoot(document.body.appendChild(document.createElement('main'))).render(<Source />);
  });
