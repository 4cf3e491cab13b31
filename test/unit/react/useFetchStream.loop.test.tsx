import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { useFetchStream } from 'react-streamed';
import { createMockStream, type MockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

const settle = () => act(async () => {});

/** Renders the answer to a prompt that is sent by POST. */
function Answer({ mock, prompt }: { mock: MockStream; prompt: string }) {
  const { status, data, error } = useFetchStream('/a', { fetch: mock.fetch, body: { prompt } });
  return <p>{`${status} ${data} ${error?.code ?? ''}`}</p>;
}

it('refuses a POST that changes whenever its own snapshot renders the component', async () => {
  const mock = createMockStream();
  function Looping() {
    const { status, error } = useFetchStream('/a', { fetch: mock.fetch, body: { at: mock.requests.length } });
    return <p>{`${status} ${error?.code ?? ''}`}</p>;
  }
  const { container } = render(<Looping />);
  for (let turn = 0; turn < 20; turn += 1) {
    await act(async () => void mock.requests.at(-1)?.text('a'));
  }
  expect(container.textContent).toBe('error request');
  expect(mock.requests.length).toBeLessThan(10);
});

it('does not take showing a stream again for a change of its request', async () => {
  const mock = createMockStream();
  const view = (mode: 'visible' | 'hidden', prompt: string) => (
    <Activity mode={mode}>
      <Answer mock={mock} prompt={prompt} />
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
  expect(container.textContent).toBe('done answer ');
});
