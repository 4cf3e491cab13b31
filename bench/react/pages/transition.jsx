import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { concat, useEventSource } from 'react-streamed';
import { createEventSource } from 'react-streamed/core';

const options = { accumulate: concat() };

const readers = {
  'no stream': () => '',
  useEventSource: (url) => useEventSource(url, options).data,
  'the same store through useSyncExternalStore': function useStore(url) {
    const [store] = useState(() => createEventSource(url, options));
    useEffect(() => {
      store.open();
      return store.close;
    }, [store]);
    return useSyncExternalStore(store.subscribe, store.getSnapshot).data;
  },
};

/** Answers how long a transition of 400 components takes, once the stream has published ten times, and how often one rendered. */
globalThis.run = ({ candidate, url }) =>
  new Promise((resolve) => {
    const useText = readers[candidate];
    let publications = 0;
    let startedAt;
    let renders = 0;

    /** A millisecond of rendering. */
    function Small({ id }) {
      renders++;
      const end = performance.now() + 1;
      while (performance.now() < end);
      return <i>{id} </i>;
    }
    const components = Array.from({ length: 400 }, (_, id) => <Small key={id} id={id} />);
    function Page() {
      const text = useText(url);
      const [isShown, show] = useState(false);
      useEffect(() => {
        const begin = () => {
          startedAt = performance.now();
          startTransition(() => show(true));
        };
        // As late as with a stream: the browser still works on a page that has just come up.
        if (candidate === 'no stream') setTimeout(begin, 300);
        else if (text && ++publications === 10) begin();
      }, [text]);
      useEffect(() => {
        if (isShown) resolve({ duration: performance.now() - startedAt, renders });
      }, [isShown]);
      return (
        <>
          <pre>{text}</pre>
          {isShown && components}
        </>
      );
    }
    createRoot(document.body.appendChild(document.createElement('main'))).render(<Page />);
  });
