import { StrictMode, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// React's own timing: `act` would run all effects in one turn.
beforeEach(() => void vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false));
afterEach(() => void vi.unstubAllGlobals());

it.each<[string, (url: string, options: { fetch: typeof fetch; body: object }) => { attach(): () => void }]>([
  ['an event source', createEventSource],
  ['a fetch stream', createFetchStream],
])('%s that a layout effect attaches sends one request under StrictMode', async (_, create) => {
  const mock = createMockStream();
  function Demo() {
    const [store] = useState(() => create('/a', { fetch: mock.fetch, body: {} }));
    useLayoutEffect(() => store.attach(), [store]);
    return null;
  }
  const root = createRoot(document.createElement('div'));
  root.render(
    <StrictMode>
      <Demo />
    </StrictMode>,
  );
  await mock.nextRequest();
  // React repeats the effects after the next paint.
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  expect(mock.requests).toHaveLength(1);
  root.unmount();
  await vi.waitFor(() => expect(mock.requests[0]?.aborted).toBe(true));
  expect(mock.requests).toHaveLength(1);
});
