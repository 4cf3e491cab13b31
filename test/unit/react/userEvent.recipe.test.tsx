import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useFetchStream } from 'react-streamed';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { beforeEach, expect, it, vi } from 'vitest';

function Chat() {
  const [prompt, setPrompt] = useState('');
  const { data, isStreaming, start, stop } = useFetchStream('/chat', { enabled: false, body: { prompt } });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isStreaming) stop();
        else void start();
      }}
    >
      <input aria-label="Question" value={prompt} onChange={(event) => setPrompt(event.target.value)} />
      <button>{isStreaming ? 'Stop' : 'Send'}</button>
      <p>{data}</p>
    </form>
  );
}

const mock = createMockStream();
const clock = createManualClock();

beforeEach(() => mock.install());
beforeEach(() => clock.install());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const log = vi.spyOn(console, 'error');
  return () => {
    expect(log).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  };
});

it('lets a user type and click while the time stands still', async () => {
  const user = userEvent.setup();
  render(<Chat />);

  await user.type(screen.getByRole('textbox', { name: 'Question' }), 'Hi');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  const request = await act(() => mock.nextRequest());
  expect(request.json()).toEqual({ prompt: 'Hi' });

  request.text('Hello');
  await act(() => clock.advanceFrameAsync());
  expect(screen.getByText('Hello')).toBeDefined();

  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(request.aborted).toBe(true);
  expect(mock.requests).toEqual([request]);
});

it('moves the clock for a user who pauses after each key', async () => {
  const user = userEvent.setup({ delay: 100, advanceTimers: clock.advanceAsync });
  render(<Chat />);
  const before = clock.now();

  await user.type(screen.getByRole('textbox', { name: 'Question' }), 'Hi');

  expect(screen.getByRole('textbox', { name: 'Question' })).toHaveProperty('value', 'Hi');
  expect(clock.now() - before).toBeGreaterThanOrEqual(200);
});

it('lets the calls of user-event without a session work too, and finds what appears', async () => {
  render(<Chat />);

  await userEvent.click(screen.getByRole('button', { name: 'Send' }));

  expect(await screen.findByRole('button', { name: 'Stop' })).toBeDefined();
  expect(mock.requests.map(({ number }) => number)).toEqual([1]);
});
