import { renderToString } from 'react-dom/server';
import { list, useEventSource, useFetchStream } from 'react-streamed';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

it('renders on the server without a request, a timer or a browser', async () => {
  const mock = createMockStream();
  const clock = createManualClock();
  function Page() {
    const options = { fetch: mock.fetch, clock };
    const feed = useEventSource('/feed', { ...options, accumulate: list(), share: true });
    const answer = useFetchStream('/chat', { ...options, body: { prompt: 'hi' } });
    return <p>{`${feed.status} ${feed.data.length} ${answer.status} ${answer.isStreaming}`}</p>;
  }
  expect(renderToString(<Page />)).toBe('<p>idle 0 idle false</p>');
  await clock.advanceAsync(10_000);
  expect(mock.requests).toHaveLength(0);
  expect(clock.pending).toBe(0);
});
