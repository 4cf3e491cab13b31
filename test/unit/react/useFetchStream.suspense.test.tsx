import { act, render } from '@testing-library/react';
import { Suspense, use } from 'react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

const settle = () => act(async () => {});

describe('useFetchStream under Suspense', () => {
  it('sends nothing for a render that React throws away', async () => {
    const mock = createMockStream();
    let resolve = () => {};
    const gate = new Promise<void>((done) => (resolve = done));
    function Demo() {
      const { data } = useFetchStream('/a', { fetch: mock.fetch });
      use(gate);
      return <p>{data}</p>;
    }
    await act(async () => {
      render(
        <Suspense fallback="wait">
          <Demo />
        </Suspense>,
      );
    });
    await settle();
    expect(mock.requests).toHaveLength(0);
    await act(async () => resolve());
    await settle();
    expect(mock.requests).toHaveLength(1);
  });
});
