import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMockStream } from 'react-streamed/testing';
import { Answer } from './Answer';

const mock = createMockStream();

beforeEach(() => {
  mock.install();
});
afterEach(() => mock.restore());

test('keeps the partial answer when the user stops it', async () => {
  render(<Answer prompt="Hi" />);
  const request = await act(() => mock.nextRequest());
  expect(request.json()).toEqual({ prompt: 'Hi' });
  request.text('Hel');
  await screen.findByText('Hel');

  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));

  expect(screen.getByText('Hel')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('stopped');
  expect(request.aborted).toBe(true);
});

test('says that a broken stream failed', async () => {
  render(<Answer prompt="Hi" />);
  const request = await act(() => mock.nextRequest());
  request.text('Hel');
  await screen.findByText('Hel');
  request.drop();
  await screen.findByText('error');
});
