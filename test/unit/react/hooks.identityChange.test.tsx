import { act, renderHook } from '@testing-library/react';
import { useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

it('shows `connecting` in the first render with another url, never `idle`', async () => {
  const mock = createMockStream();
  const seen: string[] = [];
  const { rerender } = renderHook(
    ({ url }) => {
      const { status, data, isStreaming } = useFetchStream(url, { fetch: mock.fetch, throttle: 'none' });
      seen.push(`${url} ${status} ${isStreaming} ${data}`);
    },
    { initialProps: { url: '/a' } },
  );
  await settle();
  await act(async () => void mock.requests[0]?.text('first').end());
  seen.length = 0;
  rerender({ url: '/b' });
  await settle();
  await act(async () => void mock.requests[1]?.text('second').end());
  const changes = seen.filter((line, index) => line !== seen[index - 1]);
  expect(changes[0]).toBe('/b connecting true ');
  expect(changes.filter((line) => line.includes('idle'))).toEqual([]);
  expect(changes.at(-1)).toBe('/b done false second');
});

it('shows `connecting` in the first render of another event source', async () => {
  const mock = createMockStream();
  const { result, rerender } = renderHook(({ url }) => useEventSource(url, { fetch: mock.fetch }), {
    initialProps: { url: '/a' },
  });
  await settle();
  rerender({ url: '/b' });
  expect(result.current).toMatchObject({ status: 'connecting', data: undefined });
  await settle();
  expect(mock.requests.map(({ url, aborted }) => [url, aborted])).toEqual([
    ['/a', true],
    ['/b', false],
  ]);
});

it.each([
  ['it is started by hand', '/b', false],
  ['there is no url', null, true],
])('stays idle with another key if %s', async (_, url, enabled) => {
  const mock = createMockStream();
  const { result, rerender } = renderHook(
    ({ key }) => useFetchStream(key === 'a' ? '/a' : url, { fetch: mock.fetch, enabled, key }),
    { initialProps: { key: 'a' } },
  );
  await settle();
  rerender({ key: 'b' });
  expect(result.current).toMatchObject({ status: 'idle', isStreaming: false });
  await settle();
  expect(result.current).toMatchObject({ status: 'idle', isStreaming: false });
});

it('shows `idle` on the first mount, as on a server', () => {
  const mock = createMockStream();
  const seen: string[] = [];
  renderHook(() => void seen.push(useFetchStream('/a', { fetch: mock.fetch }).status));
  expect(seen[0]).toBe('idle');
});
