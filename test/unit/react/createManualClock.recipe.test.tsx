import { act, render, screen } from '@testing-library/react';
import { useEventSource } from 'react-streamed';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { beforeEach, expect, it, vi } from 'vitest';

function Feed() {
  const { status, data } = useEventSource('/feed', { reconnect: { initialDelay: 1000, jitter: false } });
  return (
    <p>
      {status} {data}
    </p>
  );
}

const mock = createMockStream();
const clock = createManualClock();

beforeEach(() => mock.install());
beforeEach(() => clock.install());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const log = vi.spyOn(console, 'error');
  return () => {
    expect(log).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  };
});

it('comes back after a second with the last event ID, and leaves nothing behind', async () => {
  const { unmount } = render(<Feed />);
  const first = await act(() => mock.nextRequest());
  first.event({ id: 7, data: 'one' });
  await act(() => clock.advanceFrameAsync());
  expect(screen.getByText('open one')).toBeDefined();

  first.drop();
  await act(() => clock.advanceAsync(999));
  expect(screen.getByText('reconnecting one')).toBeDefined();
  expect(mock.requests).toHaveLength(1);

  await act(() => clock.advanceAsync(1));
  const second = await mock.nextRequest();
  expect(second.headers.get('last-event-id')).toBe('7');

  second.event('two');
  await act(() => clock.advanceFrameAsync());
  expect(screen.getByText('open two')).toBeDefined();

  unmount();
  expect(second.aborted).toBe(true);
  expect(clock.pending).toBe(0);
});
