import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { list, useEventSource, useFetchStream, type Attempt } from 'react-streamed';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

/** A source that waits after its first item until its signal aborts. */
function createSource() {
  const asked: Attempt[] = [];
  const ended: number[] = [];
  async function* answer(attempt: Attempt) {
    const number = asked.push(attempt);
    try {
      yield { text: 'Hel' };
      yield { text: 'lo' };
      await new Promise((resolve) => {
        attempt.signal.addEventListener('abort', resolve);
      });
    } finally {
      ended.push(number);
    }
  }
  return { asked, ended, answer };
}

function Answer({ source }: { readonly source: ReturnType<typeof createSource> }) {
  const { data, status } = useFetchStream((attempt) => source.answer(attempt), {
    accumulate: list(),
    throttle: 'none',
  });
  return <output>{`${status}: ${data.map(({ text }) => text).join('')}`}</output>;
}

it('asks the url function once under StrictMode, and shows its items', async () => {
  const source = createSource();
  const { rerender } = render(<Answer source={source} />, { wrapper: StrictMode });
  await settle();
  expect(screen.getByRole('status').textContent).toBe('streaming: Hello');
  rerender(<Answer source={source} />);
  await settle();
  expect(source.asked).toHaveLength(1);
  expect(source.ended).toEqual([]);
});

it('aborts the signal and returns the iterator on unmount', async () => {
  const source = createSource();
  const { unmount } = render(<Answer source={source} />, { wrapper: StrictMode });
  await settle();
  unmount();
  expect(source.asked[0]?.signal.aborted).toBe(true);
  await settle();
  expect(source.ended).toEqual([1]);
});

it('opens the response of a url function once under StrictMode, and cancels it on unmount', async () => {
  let asked = 0;
  let cancelled = 0;
  const open = () => {
    asked += 1;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: a\n\n')),
      cancel: () => void (cancelled += 1),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  function Feed() {
    const { data, status } = useEventSource(open);
    return <output>{`${status}: ${data}`}</output>;
  }
  const { unmount } = render(<Feed />, { wrapper: StrictMode });
  await settle();
  expect(screen.getByRole('status').textContent).toBe('open: a');
  unmount();
  await settle();
  expect({ asked, cancelled }).toEqual({ asked: 1, cancelled: 1 });
});
