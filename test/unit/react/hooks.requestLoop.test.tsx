import { act, renderHook } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';

/** Lets renders, effects and requests follow one another for a while. */
async function settleOften(): Promise<void> {
  for (let i = 0; i < 40; i++) await act(async () => {});
}

/** Bodies that change all the time, as a hook that makes them during a render. */
const changingBodies: [string, () => object][] = [
  ['in each commit, like the time', useTimeOfCommit],
  ['whenever it is read, like a random ID', useRandomId],
];

function useTimeOfCommit(): object {
  const [clock] = useState(() => ({ now: 0 }));
  useEffect(() => {
    clock.now += 1;
  });
  return { at: clock.now };
}

function useRandomId(): object {
  return { id: Math.random() };
}

it.each(changingBodies)('stops a POST whose body changes %s, and says what to do', async (_, useBody) => {
  const mock = createMockStream();
  const onError = vi.fn();
  const { result } = renderHook(() => useFetchStream('/chat', { fetch: mock.fetch, body: useBody(), onError }));
  await settleOften();
  expect(mock.requests.length).toBeLessThan(5);
  expect(result.current).toMatchObject({ status: 'error', error: { code: 'request', method: 'POST', url: '/chat' } });
  expect(result.current.error?.message).toContain('`key`');
  expect(result.current.error?.message).toContain('`enabled: false`');
  expect(onError).toHaveBeenCalledOnce();
  expect(mock.requests.every(({ aborted }) => aborted)).toBe(true);
});

it.each(changingBodies)('stops an event source over POST whose body changes %s', async (_, useBody) => {
  const mock = createMockStream();
  const { result } = renderHook(() => useEventSource('/feed', { fetch: mock.fetch, body: useBody() }));
  await settleOften();
  expect(mock.requests.length).toBeLessThan(5);
  expect(result.current).toMatchObject({ status: 'error', error: { code: 'request' } });
});

it('sends a POST whose body each answer changes, such as one page after another', async () => {
  const mock = createMockStream();
  const { result } = renderHook(() => {
    const [page, setPage] = useState(0);
    const onEnd = () => setPage((number) => number + 1);
    return useFetchStream('/pages', { fetch: mock.fetch, body: { page }, onEnd, throttle: 'none' });
  });
  for (let page = 0; page < 20; page++) {
    await act(async () => void mock.requests.at(-1)?.text('a page').end());
    await act(async () => {});
  }
  expect(mock.requests).toHaveLength(20);
  expect(result.current.error).toBeUndefined();
});

it('sends every request of a typeahead, however many answers come between', async () => {
  const mock = createMockStream();
  const { result, rerender } = renderHook(
    ({ query }) => useFetchStream('/search', { fetch: mock.fetch, body: { query }, throttle: 'none' }),
    { initialProps: { query: 'r' } },
  );
  const text = 'react-streamed';
  for (let length = 2; length <= text.length; length++) {
    await act(async () => void mock.requests.at(-1)?.text('some results'));
    rerender({ query: text.slice(0, length) });
    await act(async () => {});
  }
  expect(mock.requests).toHaveLength(text.length);
  await act(async () => void mock.requests.at(-1)?.text('last').end());
  expect(result.current).toMatchObject({ status: 'done', data: 'last' });
});

it('sends every request of a typeahead before any is answered', async () => {
  const mock = createMockStream();
  const { result, rerender } = renderHook(
    ({ query }) => useFetchStream('/search', { fetch: mock.fetch, body: { query } }),
    { initialProps: { query: 'r' } },
  );
  await act(async () => {});
  const text = 'react-streamed';
  for (let length = 2; length <= text.length; length++) {
    rerender({ query: text.slice(0, length) });
    await act(async () => {});
  }
  expect(mock.requests).toHaveLength(text.length);
  expect(result.current).toMatchObject({ status: 'connecting', error: undefined });
});

it('sends a POST whose body changes within the first render', async () => {
  const mock = createMockStream();
  const { result } = renderHook(() => {
    const [page, setPage] = useState(0);
    if (page === 0) setPage(1);
    return useFetchStream('/pages', { fetch: mock.fetch, body: { page } });
  });
  await act(async () => {});
  expect(mock.requests.map(({ body }) => body)).toEqual(['{"page":1}']);
  expect(result.current).toMatchObject({ status: 'connecting', error: undefined });
});

it('sends a GET that changes in several commits in a row, because it is safe to repeat', async () => {
  const mock = createMockStream();
  const { result } = renderHook(() => {
    const { at } = useTimeOfCommit() as { at: number };
    return useFetchStream(`/prices?at=${Math.min(at, 12)}`, { fetch: mock.fetch });
  });
  await settleOften();
  expect(mock.requests.at(-1)).toMatchObject({ url: '/prices?at=12', aborted: false });
  expect(result.current).toMatchObject({ status: 'connecting', error: undefined });
});

it('leaves a stream alone that is started by hand, however often its key changes', async () => {
  const mock = createMockStream();
  const { result, rerender } = renderHook(
    ({ key }) => useFetchStream('/chat', { fetch: mock.fetch, enabled: false, body: { key }, key }),
    { initialProps: { key: 0 } },
  );
  for (let key = 1; key < 50; key++) rerender({ key });
  expect(result.current).toMatchObject({ status: 'idle', error: undefined });
  await act(async () => void result.current.start());
  expect(mock.requests.map(({ body }) => body)).toEqual(['{"key":49}']);
});

it('can be started by hand after it was stopped', async () => {
  const mock = createMockStream();
  const { result, unmount } = renderHook(() =>
    useFetchStream('/chat', { fetch: mock.fetch, body: useTimeOfCommit(), throttle: 'none' }),
  );
  await settleOften();
  const before = mock.requests.length;
  await act(async () => void result.current.start());
  await act(async () => void mock.requests.at(-1)?.text('by hand'));
  expect(result.current).toMatchObject({ status: 'streaming', data: 'by hand' });
  expect(mock.requests).toHaveLength(before + 1);
  unmount();
  expect(mock.requests.at(-1)?.aborted).toBe(true);
});
