import { act, render } from '@testing-library/react';
import { useEffect, useLayoutEffect } from 'react';
import { useFetchStream } from 'react-streamed';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

it.each([
  ['a layout effect', useLayoutEffect],
  ['an effect', useEffect],
])('sends the options of its commit if %s of a child starts the stream', async (_, useAnyEffect) => {
  const mock = createMockStream();
  function Child({ prompt, start }: { prompt: string; start: () => Promise<unknown> }) {
    useAnyEffect(() => {
      if (prompt === 'new') void start();
    }, [prompt, start]);
    return null;
  }
  function Demo({ prompt }: { prompt: string }) {
    const { start } = useFetchStream('/chat', { fetch: mock.fetch, enabled: false, body: { prompt } });
    return <Child prompt={prompt} start={start} />;
  }
  const { rerender } = render(<Demo prompt="old" />);
  await act(async () => rerender(<Demo prompt="new" />));
  expect(mock.requests.map(({ body }) => body)).toEqual(['{"prompt":"new"}']);
});
