import { act, render } from '@testing-library/react';
import { StrictMode, useEffect, useLayoutEffect } from 'react';
import { useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

it('sends a POST that a child starts in its effect, under StrictMode too', async () => {
  const mock = createMockStream();
  function Child({ start }: { start: (overrides: { method: string }) => Promise<unknown> }) {
    useEffect(() => void start({ method: 'POST' }), [start]);
    return null;
  }
  function Demo() {
    return <Child start={useFetchStream('/a', { fetch: mock.fetch, enabled: false }).start} />;
  }
  render(<Demo />, { wrapper: StrictMode });
  await settle();
  expect(mock.requests.filter(({ aborted }) => !aborted)).toHaveLength(1);
});

it('opens a source that is opened in a layout effect, under StrictMode too', async () => {
  const mock = createMockStream();
  function Demo() {
    const { open } = useEventSource('/a', { fetch: mock.fetch, method: 'POST', enabled: false });
    useLayoutEffect(() => open(), [open]);
    return null;
  }
  render(<Demo />, { wrapper: StrictMode });
  await settle();
  expect(mock.requests.filter(({ aborted }) => !aborted)).toHaveLength(1);
});

it('does not start by itself what an effect has stopped at once', async () => {
  const mock = createMockStream();
  function Demo() {
    const { close } = useEventSource('/a', { fetch: mock.fetch });
    const { stop } = useFetchStream('/b', { fetch: mock.fetch, body: {} });
    useEffect(() => {
      close();
      stop();
    }, [close, stop]);
    return null;
  }
  render(<Demo />);
  await settle();
  expect(mock.requests).toHaveLength(0);
});

it('follows a url that is switched off and on while a key keeps the identity', async () => {
  const mock = createMockStream();
  function Demo({ url }: { url: string | null }) {
    const { status } = useEventSource(url, { fetch: mock.fetch, key: 'k' });
    return <p>{status}</p>;
  }
  const { rerender, container } = render(<Demo url={null} />);
  await settle();
  rerender(<Demo url="/on" />);
  await settle();
  expect(mock.requests).toHaveLength(1);
  rerender(<Demo url={null} />);
  await settle();
  expect(mock.requests[0]?.aborted).toBe(true);
  expect(container.textContent).toBe('closed');
});
