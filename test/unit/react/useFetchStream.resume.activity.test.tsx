import { act, render } from '@testing-library/react';
import { Activity, useState } from 'react';
import { flushSync } from 'react-dom';
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

it('continues after the exact line at which onItem hides it', async () => {
  const mock = createMockStream();
  const items: string[] = [];
  let hide = () => {};
  function Demo() {
    const { status, data } = useFetchStream('/a', {
      fetch: mock.fetch,
      method: 'POST',
      as: 'lines',
      throttle: 'none',
      onItem: (line) => {
        items.push(line);
        if (line === 'b') hide();
      },
      resume: resumable({ id: () => 'a1', request: ({ id, loaded }) => `/a/${id}?from=${loaded}` }),
    });
    return <p>{`${status} ${data.join(' ')}`}</p>;
  }
  function Page() {
    const [mode, setMode] = useState<'visible' | 'hidden'>('visible');
    hide = () => flushSync(() => setMode('hidden'));
    return (
      <>
        <button onClick={() => setMode('visible')}>Show</button>
        <Activity mode={mode}>
          <Demo />
        </Activity>
      </>
    );
  }
  const { container, getByText } = render(<Page />);
  await settle();
  await act(async () => void mock.requests[0]?.text('a\nb\nc\n'));
  await act(async () => getByText('Show').click());
  await settle();
  const rest = mock.requests[1]!;
  const from = Number(rest.url.split('=')[1]);
  await act(async () => void rest.text('a\nb\nc\n'.slice(from)).end());
  expect(container.querySelector('p')?.textContent).toBe('done a b c');
  expect(items).toEqual(['a', 'b', 'c']);
});
