import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { useFetchStream } from 'react-streamed';
import { resumable } from 'react-streamed/resume';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

it('continues after its position when <Activity> shows it again, without a second POST', async () => {
  const mock = createMockStream();
  function Demo() {
    const { status, data } = useFetchStream('/a', {
      fetch: mock.fetch,
      method: 'POST',
      throttle: 'none',
      resume: resumable({
        id: () => 'a1',
        request: ({ id, loaded }) => `/a/${id}?from=${loaded}`,
        cancel: ({ id }) => `/a/${id}`,
      }),
    });
    return <p>{`${status} ${data}`}</p>;
  }
  const view = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <Demo />
    </Activity>
  );
  const { rerender, container } = render(view('visible'));
  await settle();
  await act(async () => void mock.requests[0]?.text('Hel'));
  rerender(view('hidden'));
  await settle();
  expect(mock.requests).toHaveLength(1);
  rerender(view('visible'));
  await settle();
  expect(mock.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /a', 'GET /a/a1?from=3']);
  await act(async () => void mock.requests[1]?.text('lo').end());
  expect(container.textContent).toBe('done Hello');
});
