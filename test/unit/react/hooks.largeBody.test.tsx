import { act, renderHook } from '@testing-library/react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => void vi.restoreAllMocks());

const image = 'x'.repeat(5_000_000);

it.each([
  ['an image', () => ({ image })],
  ['a conversation', () => ({ messages: [{ role: 'user', content: [{ type: 'image', data: image }] }] })],
])('does not serialise %s in an inline body again at each render', async (_, createBody) => {
  const stringify = vi.spyOn(JSON, 'stringify');
  const mock = createMockStream();
  const { rerender } = renderHook(() => useFetchStream('/chat', { fetch: mock.fetch, body: createBody() }));
  await act(async () => {});
  stringify.mockClear();
  for (let i = 0; i < 100; i++) rerender();
  const longest = Math.max(0, ...stringify.mock.results.map(({ value }) => String(value).length));
  expect(longest).toBeLessThan(1000);
  expect(mock.requests).toHaveLength(1);
});

it('sends another request when a deep part of an inline body changes', async () => {
  const mock = createMockStream();
  const { rerender } = renderHook(
    ({ content }) => useFetchStream('/chat', { fetch: mock.fetch, body: { messages: [{ content }] } }),
    { initialProps: { content: 'one' } },
  );
  await act(async () => {});
  rerender({ content: 'two' });
  await act(async () => {});
  expect(mock.requests.map(({ body }) => body)).toEqual([
    '{"messages":[{"content":"one"}]}',
    '{"messages":[{"content":"two"}]}',
  ]);
});

it('renders with a circular body, and fails with the code request', async () => {
  const body: { self?: unknown } = {};
  body.self = body;
  const { result, rerender } = renderHook(() =>
    useFetchStream('/chat', { fetch: createMockStream().fetch, body: { self: body } }),
  );
  await act(async () => {});
  rerender();
  expect(result.current).toMatchObject({ status: 'error', error: { code: 'request' } });
});

it('renders with a body that cannot become text', async () => {
  const body = Object.create({ toString: null }) as object;
  const { result } = renderHook(() =>
    useFetchStream('/chat', { fetch: createMockStream().fetch, body, method: 'POST' }),
  );
  await act(async () => {});
  expect(result.current).toMatchObject({ status: 'error', error: { code: 'request' } });
});
