import { createEventSource, createFetchStream, list } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

describe('a custom fetch', () => {
  it('may spread the headers, because they are a plain object', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const withToken: typeof fetch = (input, init) =>
      mock.fetch(input, { ...init, headers: { ...(init?.headers as object), authorization: 'token' } });
    const source = createEventSource('/feed', {
      fetch: withToken,
      clock,
      body: { topic: 'news' },
      headers: { 'X-App': '1' },
      initialLastEventId: '7',
      accumulate: list(),
    });
    source.open();
    const { headers } = await mock.nextRequest();
    expect(Object.fromEntries(headers)).toEqual({
      accept: 'text/event-stream',
      authorization: 'token',
      'content-type': 'application/json',
      'last-event-id': '7',
      'x-app': '1',
    });
    source.close();
  });

  it('may replace a header of ours by its usual name', async () => {
    const mock = createMockStream();
    const json: typeof fetch = (input, init) =>
      mock.fetch(input, { ...init, headers: { ...(init?.headers as object), 'Content-Type': 'application/json' } });
    const stream = createFetchStream('/chat', { fetch: json, body: { prompt: 'hi' } });
    void stream.start();
    expect((await mock.nextRequest()).headers.get('content-type')).toBe('application/json');
    stream.stop();
  });

  it.each([
    ['a Headers object', new Headers({ 'X-App': '1' })],
    ['a list', [['X-App', '1']] as [string, string][]],
  ])('gets headers that the user gave as %s', async (_, headers) => {
    const mock = createMockStream();
    const stream = createFetchStream('/chat', { fetch: mock.fetch, headers });
    void stream.start();
    expect((await mock.nextRequest()).headers.get('x-app')).toBe('1');
    stream.stop();
  });
});
