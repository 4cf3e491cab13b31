import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { useEventSource, useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';

it('hydrates without a warning, and starts then', async () => {
  const mock = createMockStream({ answer: (request) => void request.event('hi') });
  function Page() {
    const feed = useEventSource('/feed', { fetch: mock.fetch });
    const answer = useFetchStream('/chat', { fetch: mock.fetch, body: {}, as: 'events' });
    return <p>{`${feed.status} ${feed.data} ${answer.status} ${answer.data.join()}`}</p>;
  }
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const container = document.createElement('div');
  container.innerHTML = renderToString(<Page />);
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(container, <Page />, { onRecoverableError }));
  await vi.waitFor(() => expect(container.textContent).toBe('open hi streaming hi'));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(consoleError).not.toHaveBeenCalled();
  expect(mock.requests).toHaveLength(2);
  await act(async () => root.unmount());
  consoleError.mockRestore();
});
