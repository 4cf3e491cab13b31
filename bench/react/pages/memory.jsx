import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { list, useEventSource } from 'react-streamed';

const isDone = ({ data }) => data === '[DONE]';
const items = list({ limit: 100 });

/** Shows the latest 100 events of `url`, and stays as it is at its end. */
globalThis.run = ({ url }) =>
  new Promise((resolve) => {
    function Source() {
      const { data, count, status } = useEventSource(url, { until: isDone, accumulate: items });
      useEffect(() => {
        if (status === 'closed') resolve(count);
      });
      return <pre>{data.join('')}</pre>;
    }
    createRoot(document.body.appendChild(document.createElement('main'))).render(<Source />);
  });
