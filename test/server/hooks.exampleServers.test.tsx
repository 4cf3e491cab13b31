// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { once } from 'node:events';
import { concat, list, useEventSource, useFetchStream } from 'react-streamed';
import { afterEach, describe, expect, it } from 'vitest';
import { createSources } from '../../examples/servers/sources.js';
import { exampleServers, listen } from '../support/exampleServers.ts';

let close = async () => {};

afterEach(async () => {
  cleanup();
  await close();
});

describe.each(exampleServers)('the hooks on a server of %s', (_name, createServer) => {
  async function start() {
    const server = await createServer(createSources({ interval: 1 }));
    const listening = await listen(server);
    ({ close } = listening);
    return { server, url: listening.url };
  }

  it('useEventSource shows the feed, and leaves the server when it unmounts', async () => {
    const { server, url } = await start();
    const asked = once(server, 'request');
    const { result, unmount } = renderHook(() => useEventSource(`${url}/feed`, { parse: 'json', accumulate: list() }));
    await waitFor(() => expect(result.current.data.length).toBeGreaterThan(2));
    expect(result.current.data.slice(0, 3)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);

    const [, response] = await asked;
    const left = once(response, 'close');
    unmount();
    await left;
  });

  it('useFetchStream shows the answer', async () => {
    const { url } = await start();
    const { result } = renderHook(() =>
      useFetchStream(`${url}/chat`, {
        body: { message: 'Hi' },
        as: 'events',
        until: ({ data }) => data === '[DONE]',
        parse: (event) => (JSON.parse(event.data) as { text: string }).text,
        accumulate: concat(),
      }),
    );
    await waitFor(() => expect(result.current.status).toBe('done'));
    expect(result.current.data).toBe('You said “Hi”. That is all I know.');
  });
});
