import { startTransition, StrictMode, useEffect, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// React's own timing: `act` would run all effects in one turn.
beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => void vi.unstubAllGlobals());

type Create = (url: string, options: { fetch: typeof fetch; method: string }) => { attach(): () => void };

it.each<[string, string, Create]>([
  ['a GET', 'an event source', createEventSource],
  ['a GET', 'a fetch stream', createFetchStream],
  ['a POST', 'an event source', createEventSource],
  ['a POST', 'a fetch stream', createFetchStream],
])('sends %s once if a layout effect attaches %s under StrictMode', async (what, _, create) => {
  const mock = createMockStream();
  function Demo() {
    const [store] = useState(() => create('/a', { fetch: mock.fetch, method: what.slice(2) }));
    useLayoutEffect(() => store.attach(), [store]);
    useEffect(() => {});
    return null;
  }
  const root = createRoot(document.createElement('div'));
  // In a transition, and with a passive effect in the tree, React repeats all effects after the next paint.
  startTransition(() =>
    root.render(
      <StrictMode>
        <Demo />
      </StrictMode>,
    ),
  );
  await mock.nextRequest();
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  expect(mock.requests.map(({ aborted }) => aborted)).toEqual([false]);
  root.unmount();
  await vi.waitFor(() => expect(mock.requests[0]?.aborted).toBe(true));
  expect(mock.requests).toHaveLength(1);
});
