import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEventSource, useFetchStream, useTypewriter } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { beforeEach, expect, it } from 'vitest';

function Chat() {
  const presence = useEventSource('/presence');
  const answer = useFetchStream('/chat', { enabled: false });
  const { text } = useTypewriter(answer.data, { isStreaming: answer.isStreaming });
  return (
    <>
      <h1>{presence.data} online</h1>
      <p>{text}</p>
      <button onClick={() => void answer.start({ body: { prompt: 'Hi' } })}>Ask</button>
    </>
  );
}

const mock = createMockStream();

beforeEach(() => mock.install());

it('shows who is online, and types the answer', async () => {
  render(<Chat />);
  const presence = await act(() => mock.nextRequest());
  presence.event('3');
  await screen.findByText('3 online');

  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  const chat = await act(() => mock.nextRequest());
  expect(chat.json()).toEqual({ prompt: 'Hi' });

  chat.text('Hello ').text('there.').end();
  await screen.findByText('Hello there.');
});
