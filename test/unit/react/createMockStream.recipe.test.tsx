import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { beforeEach, expect, it, vi } from 'vitest';

function Answer({ prompt }: { readonly prompt: string }) {
  const { data, isStreaming, stop } = useFetchStream('/chat', { body: { prompt } });
  return (
    <>
      <p>{data}</p>
      {isStreaming && <button onClick={stop}>Stop</button>}
    </>
  );
}

const mock = createMockStream();

beforeEach(() => mock.install());

beforeEach(() => {
  // If the runner's functions are global, Testing Library sets it. It makes React warn about updates outside act.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const log = vi.spyOn(console, 'error');
  return () => {
    expect(log).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  };
});

it('shows the answer while it arrives', async () => {
  render(<Answer prompt="Hi" />);
  const request = await act(() => mock.nextRequest());
  expect(request.json()).toEqual({ prompt: 'Hi' });

  request.text('Hel');
  await screen.findByText('Hel');

  request.text('lo').end();
  await screen.findByText('Hello');
});

it('keeps the partial answer when the user stops it', async () => {
  render(<Answer prompt="Hi" />);
  const request = await act(() => mock.nextRequest());
  request.text('Hel');
  await screen.findByText('Hel');

  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));

  expect(screen.getByText('Hel')).toBeDefined();
  expect(request.aborted).toBe(true);
});

it('aborts the request when the component unmounts', async () => {
  const { unmount } = render(<Answer prompt="Hi" />);
  const request = await act(() => mock.nextRequest());

  unmount();

  expect(request.aborted).toBe(true);
});
