import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { list, useEventSource } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

const settle = () => act(async () => {});

describe('useEventSource in <Activity>', () => {
  it.each([true, false])(
    'resumes with its last event ID when <Activity> shows it again (enabled: %s)',
    async (enabled) => {
      const mock = createMockStream();
      const sources: ReturnType<typeof useEventSource>[] = [];
      function Demo() {
        const source = useEventSource('/feed', { fetch: mock.fetch, enabled, accumulate: list(), throttle: 'none' });
        sources[0] = source as never;
        return <p>{source.data.join()}</p>;
      }
      const view = (mode: 'visible' | 'hidden') => (
        <Activity mode={mode}>
          <Demo />
        </Activity>
      );
      const { rerender, container } = render(view('visible'));
      await settle();
      if (!enabled) await act(async () => sources[0]?.open());
      await act(async () => void mock.requests[0]?.event({ data: 'a', id: '7' }));
      rerender(view('hidden'));
      await settle();
      expect(mock.requests[0]?.aborted).toBe(true);
      rerender(view('visible'));
      await settle();
      expect(mock.requests).toHaveLength(2);
      expect(mock.requests[1]?.headers.get('last-event-id')).toBe('7');
      await act(async () => void mock.requests[1]?.event('b'));
      expect(container.textContent).toBe('a,b');
      expect(sources[0]).toMatchObject({ count: 2 });
    },
  );

  it('stays closed when <Activity> shows it again after close()', async () => {
    const mock = createMockStream();
    let close = () => {};
    function Demo() {
      const source = useEventSource('/feed', { fetch: mock.fetch });
      ({ close } = source);
      return null;
    }
    const view = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <Demo />
      </Activity>
    );
    const { rerender } = render(view('visible'));
    await settle();
    act(() => close());
    rerender(view('hidden'));
    await settle();
    rerender(view('visible'));
    await settle();
    expect(mock.requests).toHaveLength(1);
  });

  it.each([
    [undefined, 1],
    [true, 2],
  ])('sends a POST again only with a policy (reconnect: %s)', async (reconnect, count) => {
    const mock = createMockStream();
    function Demo() {
      useEventSource('/feed', { fetch: mock.fetch, body: { prompt: 1 }, reconnect });
      return null;
    }
    const view = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <Demo />
      </Activity>
    );
    const { rerender } = render(view('visible'));
    await settle();
    rerender(view('hidden'));
    await settle();
    rerender(view('visible'));
    await settle();
    expect(mock.requests).toHaveLength(count);
  });
});
