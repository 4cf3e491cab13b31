import { act, render, renderHook } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { list, useEventSource } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

const settle = () => act(async () => {});

describe('useEventSource', () => {
  it('connects on mount and shows events', async () => {
    const mock = createMockStream();
    const { result } = renderHook(() => useEventSource('/feed', { fetch: mock.fetch, throttle: 'none' }));
    expect(result.current).toMatchObject({ status: 'idle', data: undefined, lastEventId: '' });
    await settle();
    expect(result.current.status).toBe('connecting');
    await act(async () => void mock.requests[0]?.event({ type: 'add', data: 'a', id: '1' }));
    expect(result.current).toMatchObject({
      status: 'open',
      data: 'a',
      count: 1,
      lastEventId: '1',
      lastEvent: { type: 'add' },
    });
  });

  it('opens one connection under StrictMode', async () => {
    const mock = createMockStream();
    renderHook(() => useEventSource('/feed', { fetch: mock.fetch }), { wrapper: StrictMode });
    await settle();
    expect(mock.requests).toHaveLength(1);
    expect(mock.requests[0]?.aborted).toBe(false);
  });

  it.each(['connecting', 'open', 'reconnecting'])(
    'leaves nothing behind when it is unmounted while %s',
    async (status) => {
      const mock = createMockStream();
      const onClose = vi.fn();
      const { result, unmount } = renderHook(() => useEventSource('/feed', { fetch: mock.fetch, onClose }));
      await settle();
      if (status === 'open') await act(async () => void mock.requests[0]?.respond(eventStream));
      if (status === 'reconnecting') await act(async () => void mock.requests[0]?.fail());
      expect(result.current.status).toBe(status);
      unmount();
      expect(mock.requests[0]?.aborted || mock.requests[0]?.state === 'failed').toBe(true);
      await settle();
      expect(onClose).not.toHaveBeenCalled();
    },
  );

  it('closes by hand and opens again, with functions that keep their identities', async () => {
    const mock = createMockStream();
    const { result } = renderHook(() => useEventSource('/feed', { fetch: mock.fetch }));
    await settle();
    const { open, close, reconnect, clear } = result.current;
    act(() => close());
    expect(result.current.status).toBe('closed');
    act(() => open());
    expect(result.current).toMatchObject({ status: 'connecting', open, close, reconnect, clear });
  });

  it('clears its data by hand, and connects again by hand with the last event ID', async () => {
    const mock = createMockStream();
    const { result } = renderHook(() => useEventSource('/feed', { fetch: mock.fetch, throttle: 'none' }));
    await settle();
    await act(async () => void mock.requests[0]?.event({ data: 'a', id: '1' }));
    act(() => result.current.clear());
    expect(result.current).toMatchObject({ status: 'open', data: undefined });
    await act(async () => result.current.reconnect());
    expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(new Headers(mock.requests[1]?.headers).get('last-event-id')).toBe('1');
  });

  it('opens only by hand with `enabled: false`, and starts again with another url', async () => {
    const mock = createMockStream();
    const { result, rerender } = renderHook(
      ({ url }) => useEventSource(url, { fetch: mock.fetch, enabled: false, throttle: 'none' }),
      { initialProps: { url: '/a' } },
    );
    await settle();
    expect(mock.requests).toHaveLength(0);
    await act(async () => result.current.open());
    await act(async () => void mock.requests[0]?.event({ data: 'a', id: '1' }));
    rerender({ url: '/b' });
    await settle();
    expect(mock.requests[0]?.aborted).toBe(true);
    expect(mock.requests).toHaveLength(1);
    expect(result.current).toMatchObject({ status: 'idle', data: undefined, lastEventId: '' });
  });

  it('keeps the state of an accumulator that is written inline', async () => {
    const mock = createMockStream();
    const { result, rerender } = renderHook(() =>
      useEventSource('/feed', { fetch: mock.fetch, accumulate: list(), throttle: 'none' }),
    );
    await settle();
    await act(async () => void mock.requests[0]?.event('a'));
    rerender();
    await act(async () => void mock.requests[0]?.event('b'));
    expect(result.current.data).toEqual(['a', 'b']);
    expect(mock.requests).toHaveLength(1);
  });

  it('shares one connection among components, StrictMode and remounts included', async () => {
    const mock = createMockStream();
    function Row({ id }: { id: number }) {
      const { data } = useEventSource('/shared', { fetch: mock.fetch, share: true, throttle: 'none' });
      return <li>{`${id}:${data}`}</li>;
    }
    const view = (rows: ReactNode) => <StrictMode>{rows}</StrictMode>;
    const { rerender, container, unmount } = render(view([1, 2, 3].map((id) => <Row key={id} id={id} />)));
    await settle();
    expect(mock.requests).toHaveLength(1);
    rerender(view([4, 5].map((id) => <Row key={id} id={id} />)));
    await settle();
    await act(async () => void mock.requests[0]?.event('x'));
    expect(container.textContent).toBe('4:x5:x');
    expect(mock.requests).toHaveLength(1);
    expect(mock.requests[0]?.aborted).toBe(false);
    unmount();
    await vi.waitFor(() => expect(mock.requests[0]?.aborted).toBe(true));
  });

  it('cuts a wait short when the page becomes visible, and leaves a healthy stream alone', async () => {
    const mock = createMockStream();
    const { result } = renderHook(() =>
      useEventSource('/feed', {
        fetch: mock.fetch,
        reconnect: { initialDelay: 60_000, maxDelay: 60_000, jitter: false },
      }),
    );
    await settle();
    await act(async () => void mock.requests[0]?.fail());
    expect(result.current.status).toBe('reconnecting');
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(mock.requests).toHaveLength(2);
    await act(async () => void mock.requests[1]?.respond(eventStream));
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(mock.requests).toHaveLength(2);
    expect(result.current).toMatchObject({ status: 'open', reconnection: undefined });
  });
});
