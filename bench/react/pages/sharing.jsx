import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { useEventSource } from 'react-streamed';

const isDone = ({ data }) => data === '[DONE]';

function Cell({ text }) {
  return <i>{text}</i>;
}

function SharingCell({ url }) {
  return <Cell text={useEventSource(url, { share: true, until: isDone }).data} />;
}

const ids = Array.from({ length: 1000 }, (_, id) => id);
const candidates = {
  'one parent passes the data down': ({ text }) => ids.map((id) => <Cell key={id} text={text} />),
  '1,000 components share the stream': ({ url }) => ids.map((id) => <SharingCell key={id} url={url} />),
};

let whenEnded;
let commits = 0;

/** Mounts the page, in both cases with a parent that reads the stream, and waits for its first event. */
globalThis.prepare = ({ candidate, url }) =>
  new Promise((resolve) => {
    const Cells = candidates[candidate];
    const { promise, resolve: end } = Promise.withResolvers();
    whenEnded = promise;
    function Page() {
      const { data, status } = useEventSource(url, { share: true, until: isDone });
      useEffect(() => {
        commits++;
        if (data) resolve();
      }, [data]);
      useEffect(() => {
        if (status === 'closed') end();
      }, [status]);
      return <Cells text={data} url={url} />;
    }
    createRoot(document.body.appendChild(document.createElement('main'))).render(<Page />);
  });

/** Waits for the end of the stream. Answers how many commits showed it. */
globalThis.run = async () => {
  commits = 0;
  await whenEnded;
  return commits;
};
