import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

it('does not take showing a stream again for a change of its request', async () => {
  const mock = createMockStream();
  function Answer({ prompt }: { prompt: string }) {
    const { status, data } = useFetchStream('/a', { fetch: mock.fetch, body: { prompt } });
    return <p>{`${status} ${data}`}</p>;
  }
  const view = (mode: 'visible' | 'hidden', prompt: string) => (
    <Activity mode={mode}>
      <Answer prompt={prompt} />
    </Activity>
  );
  const { rerender, container } = render(view('visible', 'a'));
  await settle();
  rerender(view('visible', 'b'));
  await settle();
  await act(async () => void mock.requests[1]?.text('answer').end());
  for (let round = 0; round < 8; round += 1) {
    rerender(view('hidden', 'b'));
    await settle();
    rerender(view('visible', 'b'));
    await settle();
  }
  expect(container.textContent).toBe('done answer');
});
