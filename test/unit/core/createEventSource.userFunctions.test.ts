import { createEventSource, createFetchStream, StreamError, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

const exact = { jitter: false };

/** Values that cannot be described without care. */
function createHostileValues(): [string, unknown][] {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const throwingGetter = Object.defineProperty({}, 'message', {
    get: () => {
      throw new Error('getter');
    },
  });
  return [
    ['an object without a prototype', Object.create(null)],
    ['a getter that throws', throwingGetter],
    ['a revoked proxy', proxy],
    ['a frozen StreamError', Object.freeze(new StreamError('http', 'Frozen.'))],
    ['a message that has no text', { message: Object.create(null) }],
    ['a symbol', Symbol('thrown')],
    ['undefined', undefined],
  ];
}

describe('a function of the user that fails', () => {
  it.each(['headers', 'url', 'body'])('is called again after a wait if it is the %s', async (name) => {
    const mock = createMockStream();
    const clock = createManualClock();
    let calls = 0;
    const fail = () => {
      calls += 1;
      if (calls < 3) throw new Error('The token endpoint is down.');
      return name === 'headers' ? { authorization: 'token' } : '/feed';
    };
    const options: EventSourceOptions = { fetch: mock.fetch, clock, reconnect: exact, method: 'POST' };
    const source = createEventSource(name === 'url' ? (fail as () => string) : '/feed', { ...options, [name]: fail });
    source.open();
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({
      status: 'reconnecting',
      error: { code: 'request' },
      reconnection: { attempt: 1, delay: 1000 },
    });
    expect(source.getSnapshot().error?.message).toContain('The token endpoint is down.');
    await clock.advanceAsync(3000);
    expect(calls).toBe(3);
    (await mock.nextRequest()).respond(eventStream).event('a');
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a', error: undefined });
    source.close();
  });

  it('ends the source if `when` says so', async () => {
    const { source, clock } = openEventSource({
      headers: () => Promise.reject(new Error('no token')),
      reconnect: { when: ({ code }) => code !== 'request' },
    });
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'request' } });
    expect(clock.pending).toBe(0);
  });

  it('fails a fetch stream at once, because nothing retries it', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/chat', { fetch: mock.fetch, headers: () => Promise.reject(new Error('no')) });
    expect(await stream.start()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });

  it.each(createHostileValues())('ends the stream with a typed error when it throws %s', async (_, thrown) => {
    const mock = createMockStream();
    const headers = () => {
      throw thrown;
    };
    const stream = createFetchStream('/chat', { fetch: mock.fetch, headers });
    const { status, error } = await stream.start();
    expect(status).toBe('error');
    expect(error).toMatchObject({ code: 'request', url: '/chat' });
    expect(error?.cause).toBe(thrown);
  });

  it.each(createHostileValues())('ends the stream with a typed error when fetch rejects with %s', async (_, thrown) => {
    const stream = createFetchStream('/chat', { fetch: () => Promise.reject(thrown) });
    const { error } = await stream.start();
    expect(error).toMatchObject({ code: 'network', url: '/chat', attempt: 1 });
    expect(error?.cause).toBe(thrown);
  });

  it.each(createHostileValues())('ends the stream with a typed error when `parse` throws %s', async (_, thrown) => {
    const mock = createMockStream();
    const parse = () => {
      throw thrown;
    };
    const stream = createFetchStream('/chat', { fetch: mock.fetch, parse });
    const end = stream.start();
    (await mock.nextRequest()).text('a');
    const { error } = await end;
    expect(error).toMatchObject({ code: 'parse' });
    expect(error?.cause).toBe(thrown);
  });

  it.each(createHostileValues().filter(([, value]) => value !== undefined))(
    'fails the stream when `fail` returns %s',
    async (_, cause) => {
      const mock = createMockStream();
      const stream = createFetchStream('/chat', { fetch: mock.fetch, fail: () => cause });
      const end = stream.start();
      (await mock.nextRequest()).text('a').end();
      const { status, error } = await end;
      expect(status).toBe('error');
      expect(error).toMatchObject({ code: 'upstream' });
      expect(error?.cause).toBe(cause);
    },
  );

  it('keeps the error of another stream as its cause, and does not write into it', async () => {
    const other = new StreamError('http', 'Unauthorized.', { url: '/token', method: 'PUT', attempt: 7, status: 401 });
    const before = { ...other, message: other.message };
    const { source, clock } = openEventSource({
      headers: () => Promise.reject(other),
      reconnect: { when: () => false },
    });
    await clock.advanceAsync(0);
    expect(source.getSnapshot().error).toMatchObject({ code: 'request', url: '/feed', method: 'GET', attempt: 1 });
    expect(source.getSnapshot().error?.cause).toBe(other);
    expect({ ...other, message: other.message }).toEqual(before);
  });

  it('keeps the error of another stream that `fetch` rejects with', async () => {
    const other = new StreamError('timeout', 'Slow.', { url: '/other', attempt: 7 });
    const onError = vi.fn();
    const stream = createFetchStream('/chat', { fetch: () => Promise.reject(other), onError });
    const { error } = await stream.start();
    expect(error).toMatchObject({ code: 'network', url: '/chat', attempt: 1 });
    expect(error?.cause).toBe(other);
    expect(other).toMatchObject({ code: 'timeout', url: '/other', attempt: 7 });
  });
});
