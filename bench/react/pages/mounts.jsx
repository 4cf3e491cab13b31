import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { useEventSource } from 'react-streamed';
import { countLive } from './mounts/countLive.js';

const states = [];

/** Gives what only one reader holds, and remembers it weakly. */
function createState() {
  const state = { items: 0 };
  states.push(new WeakRef(state));
  return state;
}

const candidates = {
  useEventSource: () => {
    const root = createRoot(document.body.appendChild(document.createElement('main')));
    function Source({ url, onShown }) {
      const { count } = useEventSource(url, {
        accumulate: { create: createState, add: (state) => void state.items++, snapshot: ({ items }) => items },
      });
      useEffect(() => {
        if (count > 0) onShown();
      }, [count, onShown]);
      return count;
    }
    return (url, onShown) => {
      flushSync(() => root.render(<Source key={states.length} url={url} onShown={onShown} />));
      return () => root.render(null);
    };
  },
  'by hand': () => (url, onShown) => {
    const state = createState();
    const controller = new AbortController();
    const read = async () => {
      const response = await fetch(url, { signal: controller.signal });
      const reader = response.body.getReader();
      while (!(await reader.read()).done) {
        state.items++;
        onShown();
      }
    };
    void read().catch(() => {});
    return () => controller.abort();
  },
};

/** Mounts and unmounts a source `cycles` times, every other time once it shows events. Answers what is left of them. */
globalThis.run = async ({ candidate, cycles, url }) => {
  const live = countLive();
  const mount = candidates[candidate]();
  for (let cycle = 0; cycle < cycles; cycle++) {
    let unmount;
    await new Promise((resolve) => {
      unmount = mount(url, resolve);
      if (cycle % 2) setTimeout(resolve, cycle % 5);
    });
    unmount();
  }
  // Some time for the browser, which lets go of some aborted requests late.
  for (let tries = 0; tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    globalThis.gc();
  }
  return { ...live, stores: states.filter((state) => state.deref()).length };
};
