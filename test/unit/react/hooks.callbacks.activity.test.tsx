import { act, render } from '@testing-library/react';
import { Activity, StrictMode, useState } from 'react';
import { flushSync } from 'react-dom';
import { list, useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

const settle = () => act(async () => {});

/** How a callback hides its own component: while it runs, or in a render that follows. */
const ways: [string, (update: () => void) => void][] = [
  ['at once', (update) => flushSync(update)],
  ['in the next render', (update) => update()],
];

describe('a callback that hides its component with <Activity>', () => {
  it.each(ways)('%s ends an event source, which resumes when it is shown', async (_way, change) => {
    const mock = createMockStream();
    const onClose = vi.fn();
    let show = () => {};
    const hidden: boolean[] = [];
    function Feed({ onHide }: { readonly onHide: () => void }) {
      const { data, status } = useEventSource('/feed', {
        fetch: mock.fetch,
        accumulate: list(),
        throttle: 'none',
        onEvent: (item) => {
          if (item !== 'a') return;
          change(onHide);
          hidden.push(true);
        },
        onClose,
      });
      return <p>{`${status} ${data.join()}`}</p>;
    }
    function Page() {
      const [mode, setMode] = useState<'visible' | 'hidden'>('visible');
      show = () => setMode('visible');
      return (
        <Activity mode={mode}>
          <Feed onHide={() => setMode('hidden')} />
        </Activity>
      );
    }
    const { container } = render(<Page />);
    await settle();
    await act(async () => void mock.requests[0]?.event({ data: 'a', id: '1' }));
    expect(hidden).toEqual([true]);
    expect(mock.requests[0]?.aborted).toBe(true);
    act(() => show());
    await settle();
    expect(mock.requests).toHaveLength(2);
    expect(mock.requests[1]?.headers.get('last-event-id')).toBe('1');
    await act(async () => void mock.requests[1]?.event({ data: 'b', id: '2' }));
    expect(container.textContent).toBe('open a,b');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('at once delivers nothing more of the same chunk', async () => {
    const mock = createMockStream();
    const items: string[] = [];
    const onStop = vi.fn();
    function Answer({ onHide }: { readonly onHide: () => void }) {
      const { data, status } = useFetchStream('/a', {
        fetch: mock.fetch,
        method: 'POST',
        as: 'lines',
        throttle: 'none',
        onItem: (line) => {
          items.push(line);
          flushSync(onHide);
        },
        onStop,
      });
      return <p>{`${status} ${data.join()}`}</p>;
    }
    function Page() {
      const [mode, setMode] = useState<'visible' | 'hidden'>('visible');
      return (
        <>
          <button onClick={() => setMode('visible')}>Show</button>
          <Activity mode={mode}>
            <Answer onHide={() => setMode('hidden')} />
          </Activity>
        </>
      );
    }
    const { container, getByRole } = render(<Page />);
    await settle();
    await act(async () => void mock.requests[0]?.text('a\nb\nc\n'));
    expect(items).toEqual(['a']);
    expect(mock.requests[0]?.aborted).toBe(true);
    act(() => getByRole('button').click());
    await settle();
    expect(container.querySelector('p')?.textContent).toBe('stopped a');
    expect(onStop).not.toHaveBeenCalled();
    expect(mock.requests).toHaveLength(1);
  });
});

it('a callback that unmounts its component under StrictMode is the last one', async () => {
  const mock = createMockStream();
  const calls: string[] = [];
  function Feed({ onGone }: { readonly onGone: () => void }) {
    useEventSource('/feed', {
      fetch: mock.fetch,
      onOpen: () => calls.push('open'),
      onEvent: (item) => {
        calls.push(item);
        flushSync(onGone);
      },
      onError: () => calls.push('error'),
      onClose: () => calls.push('close'),
    });
    return null;
  }
  function Page() {
    const [isShown, setIsShown] = useState(true);
    return isShown && <Feed onGone={() => setIsShown(false)} />;
  }
  render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
  await settle();
  expect(mock.requests).toHaveLength(1);
  await act(async () => void mock.requests[0]?.respond(eventStream).text('data: a\n\ndata: b\n\n'));
  expect(calls).toEqual(['open', 'a']);
  expect(mock.requests.map(({ aborted }) => aborted)).toEqual([true]);
});
