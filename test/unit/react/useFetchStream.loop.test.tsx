import { act, render } from '@testing-library/react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

it('refuses a POST that changes whenever its own snapshot renders the component', async () => {
  const mock = createMockStream();
  function Demo() {
    // The compiler would keep the first body.
    'use no memo';
    const { status, error } = useFetchStream('/a', { fetch: mock.fetch, body: { at: mock.requests.length } });
    return <p>{`${status} ${error?.code ?? ''}`}</p>;
  }
  const { container } = render(<Demo />);
  for (let turn = 0; turn < 20; turn += 1) {
    await act(async () => void mock.requests.at(-1)?.text('a'));
  }
  expect(container.textContent).toBe('error request');
  expect(mock.requests.length).toBeLessThan(10);
});
