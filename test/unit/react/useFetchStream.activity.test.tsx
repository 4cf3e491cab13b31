import { act, render } from '@testing-library/react';
import { Activity } from 'react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

const settle = () => act(async () => {});

describe('useFetchStream in <Activity>', () => {
  it('does not run a finished stream again when <Activity> shows it again', async () => {
    const mock = createMockStream();
    function Demo() {
      return <p>{useFetchStream('/a', { fetch: mock.fetch, body: {} }).data}</p>;
    }
    const view = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <Demo />
      </Activity>
    );
    const { rerender, container } = render(view('visible'));
    await settle();
    await act(async () => void mock.requests[0]?.text('answer').end());
    rerender(view('hidden'));
    await settle();
    rerender(view('visible'));
    await settle();
    expect(mock.requests).toHaveLength(1);
    expect(container.textContent).toBe('answer');
  });

  it.each([
    ['GET', 2],
    ['POST', 1],
  ])('sends a %s that was interrupted by hiding %i times in all', async (method, count) => {
    const mock = createMockStream();
    function Demo() {
      const { status, data } = useFetchStream('/a', { fetch: mock.fetch, method, throttle: 'none' });
      return <p>{`${status} ${data}`}</p>;
    }
    const view = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <Demo />
      </Activity>
    );
    const { rerender, container } = render(view('visible'));
    await settle();
    await act(async () => void mock.requests[0]?.text('par'));
    rerender(view('hidden'));
    await settle();
    expect(mock.requests[0]?.aborted).toBe(true);
    rerender(view('visible'));
    await settle();
    expect(mock.requests).toHaveLength(count);
    if (method === 'POST') expect(container.textContent).toBe('stopped par');
  });
});
