import { act, render, renderHook } from '@testing-library/react';
import { StrictMode, useEffect, useState } from 'react';
import { useFetchStream, type FetchStreamOptions, type StreamUrl } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';

/** Lets effects, microtasks and what they cause run. */
const settle = () => act(async () => {});

function renderStream(url: StreamUrl, options: Partial<FetchStreamOptions<'text'>> = {}, strict = false) {
  const mock = createMockStream();
  const rendered = renderHook(
    ({ url, options }) => useFetchStream(url, { fetch: mock.fetch, throttle: 'none', ...options }),
    { initialProps: { url, options }, ...(strict ? { wrapper: StrictMode } : {}) },
  );
  return { mock, ...rendered };
}

describe('useFetchStream', () => {
  it('starts on mount and shows the data as it arrives', async () => {
    const { mock, result } = renderStream('/a');
    expect(result.current).toMatchObject({ status: 'idle', data: '', isStreaming: false });
    await settle();
    expect(result.current).toMatchObject({ status: 'connecting', isStreaming: true });
    await act(async () => void (await mock.nextRequest()).text('Hel'));
    expect(result.current).toMatchObject({ status: 'streaming', data: 'Hel', count: 1 });
    await act(async () => void mock.requests[0]?.text('lo').end());
    expect(result.current).toMatchObject({ status: 'done', data: 'Hello', isStreaming: false });
  });

  it('sends one request under StrictMode, a POST too', async () => {
    const { mock, result } = renderStream('/a', { body: { prompt: 'hi' } }, true);
    await settle();
    expect(mock.requests).toHaveLength(1);
    await act(async () => void mock.requests[0]?.text('ok').end());
    expect(result.current).toMatchObject({ status: 'done', data: 'ok' });
    expect(mock.requests[0]?.aborted).toBe(false);
  });

  it('aborts at once on unmount, and calls nothing back afterwards', async () => {
    const callbacks = { onStop: vi.fn(), onEnd: vi.fn(), onError: vi.fn(), onItem: vi.fn() };
    const { mock, unmount } = renderStream('/a', callbacks);
    await settle();
    await act(async () => void mock.requests[0]?.text('a'));
    callbacks.onItem.mockClear();
    unmount();
    expect(mock.requests[0]?.aborted).toBe(true);
    mock.requests[0]?.text('b').end();
    await settle();
    for (const callback of Object.values(callbacks)) expect(callback).not.toHaveBeenCalled();
  });

  it('sends nothing when it is unmounted in the same turn', async () => {
    const { mock, unmount } = renderStream('/a');
    unmount();
    await settle();
    expect(mock.requests).toHaveLength(0);
  });

  it('sends nothing for start() after unmount', async () => {
    const { mock, result, unmount } = renderStream('/a', { enabled: false });
    unmount();
    expect(await result.current.start()).toEqual({ status: 'stopped', data: '', error: undefined });
    expect(mock.requests).toHaveLength(0);
  });

  it('starts by hand only with `enabled: false`', async () => {
    const { mock, result } = renderStream('/a', { enabled: false });
    await settle();
    expect(mock.requests).toHaveLength(0);
    let end: Promise<unknown> | undefined;
    act(() => void (end = result.current.start({ body: 'x' })));
    await act(async () => void (await mock.nextRequest()).text('y').end());
    expect(await end).toEqual({ status: 'done', data: 'y', error: undefined });
    expect(result.current).toMatchObject({ status: 'done', data: 'y' });
  });

  it('is reset by hand', async () => {
    const { mock, result } = renderStream('/a');
    await settle();
    await act(async () => void mock.requests[0]?.text('a').end());
    act(() => result.current.reset());
    expect(result.current).toMatchObject({ status: 'idle', data: '', count: 0 });
  });

  it('keeps the data of a run that was started by hand when it is enabled, until its url changes', async () => {
    const { mock, result, rerender } = renderStream('/a', { enabled: false });
    await act(async () => void result.current.start());
    await act(async () => void mock.requests[0]?.text('a').end());
    rerender({ url: '/a', options: { enabled: true } });
    await settle();
    expect(result.current).toMatchObject({ status: 'done', data: 'a' });
    expect(mock.requests).toHaveLength(1);
    rerender({ url: '/b', options: { enabled: true } });
    expect(result.current).toMatchObject({ status: 'connecting', data: '' });
    await settle();
    expect(mock.requests[1]?.url).toBe('/b');
  });

  it('leaves a run that was started by hand alone when url or body change', async () => {
    const { mock, result, rerender } = renderStream('/a', { enabled: false, body: '1' });
    await act(async () => void result.current.start());
    rerender({ url: '/b', options: { enabled: false, body: '2' } });
    await act(async () => void mock.requests[0]?.text('a').end());
    expect(result.current).toMatchObject({ status: 'done', data: 'a' });
    await act(async () => void result.current.start());
    expect(mock.requests[1]).toMatchObject({ url: '/b', body: '2' });
  });

  it('does not restart for inline options, and uses the latest ones', async () => {
    const seen: string[] = [];
    const options = (name: string) => ({ onItem: (item: string) => void seen.push(name + item), headers: { a: name } });
    const { mock, rerender } = renderStream('/a', options('1'));
    await settle();
    rerender({ url: '/a', options: options('2') });
    await act(async () => void mock.requests[0]?.text('x'));
    rerender({ url: '/a', options: {} as never });
    await act(async () => void mock.requests[0]?.text('y'));
    expect(mock.requests).toHaveLength(1);
    expect(seen).toEqual(['2x']);
  });

  it.each([
    ['the url', { url: '/b', options: { body: { n: 1 } } }],
    ['the body', { url: '/a', options: { body: { n: 2 } } }],
    ['the method', { url: '/a', options: { body: { n: 1 }, method: 'PUT' } }],
    ['the key', { url: '/a', options: { body: { n: 1 }, key: 2 } }],
  ])('is another stream, with its own data, when %s changes', async (_, next) => {
    const { mock, result, rerender } = renderStream('/a', { body: { n: 1 } });
    const { start, stop, reset } = result.current;
    await settle();
    await act(async () => void mock.requests[0]?.text('old'));
    rerender(next);
    expect(result.current).toMatchObject({ status: 'connecting', isStreaming: true, data: '' });
    await settle();
    expect(mock.requests[0]?.aborted).toBe(true);
    expect(mock.requests).toHaveLength(2);
    mock.requests[0]?.text('late');
    await act(async () => void mock.requests[1]?.text('new').end());
    expect(result.current).toMatchObject({ status: 'done', data: 'new' });
    expect(result.current).toMatchObject({ start, stop, reset });
  });

  it('stops when `enabled` turns false and starts when it turns true', async () => {
    const { mock, result, rerender } = renderStream('/a', { enabled: true });
    await settle();
    await act(async () => void mock.requests[0]?.text('a'));
    rerender({ url: '/a', options: { enabled: false } });
    await settle();
    expect(mock.requests[0]?.aborted).toBe(true);
    expect(result.current).toMatchObject({ status: 'stopped', data: 'a' });
    rerender({ url: '/a', options: { enabled: true } });
    await settle();
    expect(mock.requests).toHaveLength(2);
  });

  it('is off with null and on with a url', async () => {
    const { mock, result, rerender } = renderStream(null);
    await settle();
    expect(result.current.status).toBe('idle');
    rerender({ url: '/a', options: {} });
    await settle();
    expect(mock.requests).toHaveLength(1);
    rerender({ url: null, options: {} });
    await settle();
    expect(mock.requests[0]?.aborted).toBe(true);
    expect(result.current.status).toBe('idle');
  });

  it('gives the same result object while nothing changes', async () => {
    const { result, rerender } = renderStream('/a', { enabled: false });
    const before = result.current;
    rerender({ url: '/a', options: { enabled: false } });
    expect(result.current).toBe(before);
  });

  it('renders once for each snapshot, and not without a new one', async () => {
    const mock = createMockStream();
    let renders = 0;
    const { result } = renderHook(() => {
      renders += 1;
      return useFetchStream('/a', { fetch: mock.fetch, throttle: 'none', enabled: false });
    });
    await settle();
    expect(renders).toBe(1);
    await act(async () => void result.current.start());
    expect(result.current.status).toBe('connecting');
    expect(renders).toBe(2);
  });

  it('shows what arrived between its render and its effects', async () => {
    const mock = createMockStream({ answer: (request) => request.text('now').end() });
    function Child({ start }: { start: () => Promise<unknown> }) {
      useEffect(() => void start(), [start]);
      return null;
    }
    function Demo() {
      const { data, start } = useFetchStream('/a', { fetch: mock.fetch, enabled: false });
      return (
        <p>
          {data}
          <Child start={start} />
        </p>
      );
    }
    const { container } = render(<Demo />);
    await settle();
    expect(container.textContent).toBe('now');
  });

  it('does not break a stream when a child sets state in an effect at each publication', async () => {
    const mock = createMockStream();
    const onError = vi.fn();
    function Child({ count }: { count: number }) {
      const [, setSeen] = useState(0);
      useEffect(() => setSeen(count), [count]);
      return null;
    }
    function Demo() {
      const { count } = useFetchStream('/a', { fetch: mock.fetch, as: 'lines', throttle: 'none', onError });
      return <Child count={count} />;
    }
    render(<Demo />);
    await settle();
    await act(async () => void mock.requests[0]?.text('x\n'.repeat(2000)).end());
    expect(onError).not.toHaveBeenCalled();
  });
});
