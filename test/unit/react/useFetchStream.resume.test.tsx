import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { useFetchStream } from 'react-streamed';
import { resumable } from 'react-streamed/resume';
import { createMockStream, type MockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';
import { createStorage } from '../../support/setUpResumable.ts';

const settle = () => act(async () => {});

function Chat({ mock, chat, storage }: { mock: MockStream; chat: string; storage: Storage }) {
  const { status, data, start, stop } = useFetchStream('/chat', {
    method: 'POST',
    enabled: false,
    key: `chat ${chat}`,
    fetch: mock.fetch,
    throttle: 'none',
    // Written inline, so it is another object at each render.
    resume: resumable({
      id: (response) => response.headers.get('x-answer'),
      request: ({ id, loaded }) => `/chat/${id}?from=${loaded}`,
      cancel: ({ id }) => `/chat/${id}`,
      storage,
    }),
  });
  return (
    <>
      <button onClick={() => void start()}>Start</button>
      <button onClick={stop}>Stop</button>
      <p data-testid="answer">{`${status} ${data}`}</p>
    </>
  );
}

const shown = () => screen.getByTestId('answer').textContent;
const createChat = (content: Record<string, string> = {}) => {
  const mock = createMockStream();
  const storage = createStorage(content) as unknown as Storage & { content: Record<string, string> };
  const view = (chat: string) => (
    <StrictMode>
      <Chat mock={mock} chat={chat} storage={storage} />
    </StrictMode>
  );
  return { mock, storage, view };
};
const methods = (mock: MockStream) => mock.requests.map(({ method, url }) => `${method} ${url}`);

describe('useFetchStream with resume', () => {
  it('continues a stored answer with one request under StrictMode, and stops it with one', async () => {
    const { mock, view } = createChat({ 'react-streamed:chat 1': 'a1' });
    render(view('1'));
    await settle();
    expect(shown()).toBe('connecting ');
    expect(methods(mock)).toEqual(['GET /chat/a1?from=0']);
    await act(async () => void mock.requests[0]!.text('Hello'));
    expect(shown()).toBe('streaming Hello');
    await act(async () => screen.getByText('Stop').click());
    expect(shown()).toBe('stopped Hello');
    expect(methods(mock)).toEqual(['GET /chat/a1?from=0', 'DELETE /chat/a1']);
  });

  it('sends nothing when it unmounts, and continues when it mounts again', async () => {
    const { mock, storage, view } = createChat();
    const { unmount } = render(view('1'));
    await act(async () => screen.getByText('Start').click());
    await act(async () => void mock.requests[0]!.respond({ headers: { 'x-answer': 'a1' } }).text('Hel'));
    expect(shown()).toBe('streaming Hel');
    unmount();
    await settle();
    expect(mock.requests[0]!.aborted).toBe(true);
    expect(storage.content).toEqual({ 'react-streamed:chat 1': 'a1' });
    render(view('1'));
    await settle();
    expect(methods(mock)).toEqual(['POST /chat', 'GET /chat/a1?from=0']);
    await act(async () => void mock.requests[1]!.text('Hello').end());
    expect(shown()).toBe('done Hello');
    expect(storage.content).toEqual({});
  });

  it('keeps the answers of two keys apart', async () => {
    const { mock, view } = createChat({ 'react-streamed:chat 2': 'a2' });
    const { rerender } = render(view('1'));
    await act(async () => screen.getByText('Start').click());
    await act(async () => void mock.requests[0]!.respond({ headers: { 'x-answer': 'a1' } }).text('one'));
    rerender(view('2'));
    await settle();
    await act(async () => void mock.requests[1]!.text('two'));
    expect(shown()).toBe('streaming two');
    rerender(view('1'));
    await settle();
    await act(async () => void mock.requests[2]!.text('one again'));
    expect(shown()).toBe('streaming one again');
    expect(methods(mock)).toEqual(['POST /chat', 'GET /chat/a2?from=0', 'GET /chat/a1?from=0']);
  });
});
