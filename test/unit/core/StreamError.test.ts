import { createEventSource, createFetchStream, isStreamError, StreamError } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it } from 'vitest';

const secret = 'secret-token';

describe('StreamError', () => {
  it('has a default for each field', () => {
    const error = new StreamError('network', 'The connection was lost.');
    expect({ ...error }).toEqual({
      name: 'StreamError',
      code: 'network',
      url: '',
      method: 'GET',
      attempt: 1,
      status: undefined,
      headers: undefined,
      body: undefined,
    });
    expect(error.cause).toBeUndefined();
    expect(error).toBeInstanceOf(Error);
  });

  it('ends its message with the address of the page of its code', () => {
    const { message } = new StreamError('timeout', 'Too slow.');
    expect(message).toMatch(/^Too slow\. See https:\/\/\S+\/errors\/timeout\.md$/);
    expect(new StreamError('timeout', message).message).toBe(message);
  });

  it('is told apart from every other value', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isStreamError(new StreamError('http', 'No.'))).toBe(true);
    const others = [new Error('no'), null, undefined, 'StreamError', { name: 'StreamError' }, proxy];
    expect(others.map(isStreamError)).toEqual(others.map(() => false));
  });
});

describe('the message of a StreamError', () => {
  it.each([
    ['http', (mock: ReturnType<typeof createMockStream>) => mock.requests[0]?.respond({ status: 500, body: '' })],
    ['network', (mock: ReturnType<typeof createMockStream>) => mock.requests[0]?.fail()],
    ['upstream', (mock: ReturnType<typeof createMockStream>) => mock.requests[0]?.text('{"error":"x"}\n')],
  ])('names the URL of a request that failed with %s without its query', async (code, fail) => {
    const mock = createMockStream();
    const stream = createFetchStream(`/chat?key=${secret}#${secret}`, {
      fetch: mock.fetch,
      as: 'json-lines',
      fail: (item) => (item as { error?: string }).error,
    });
    const end = stream.start();
    await mock.nextRequest();
    fail(mock);
    const { error } = await end;
    expect(error?.code).toBe(code);
    expect(error?.message).not.toContain(secret);
    expect(error?.url).toBe(`/chat?key=${secret}#${secret}`);
  });

  it('does not quote the query of a URL that the platform refuses', async () => {
    const url = `http://[/chat?key=${secret}`;
    const fetch = () => Promise.reject(new TypeError(`Failed to parse URL from ${url}`));
    for (const options of [{}, { fetch }]) {
      const { error } = await createFetchStream(url, options).start();
      expect(error?.message).not.toContain(secret);
      expect(error).toMatchObject({ code: 'request', url });
    }
  });

  it('does not quote the query of a URL that the platform has normalised', async () => {
    const { error } = await createFetchStream(`https://ann:pass@host.test?token=${secret}`).start();
    expect(error?.code).toBe('request');
    expect(error?.message).not.toContain(secret);
  });

  it('does not quote the query of a relative URL outside a document', async () => {
    const { error } = await createFetchStream(`/chat?key=${secret}`).start();
    expect(error?.message).not.toContain(secret);
    expect(error).toMatchObject({ code: 'request', url: `/chat?key=${secret}` });
  });

  it('names the URL that a function returned, without its query', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource(() => `/feed?key=${secret}`, { fetch: mock.fetch, clock, reconnect: false });
    source.open();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    const { error } = source.getSnapshot();
    expect(error?.message).toMatch(/^GET \/feed failed because the connection could not be opened or was lost\. /);
    expect(error?.url).toBe(`/feed?key=${secret}`);
  });
});

it.each<[string, unknown, string]>([
  ['an error', new Error('the model is gone'), 'the model is gone'],
  ['a text', 'the model is gone', 'the model is gone'],
  ['a number', 7, '7'],
  ['null', null, 'null'],
  ['undefined', undefined, 'undefined'],
  ['an object with a message', { message: 7 }, '7'],
  ['an object without a message', {}, 'see `cause`'],
  ['an object whose message has no text', { message: Object.create(null) }, 'see `cause`'],
])('describes %s that a function of a request throws', async (_, thrown, says) => {
  const fail = () => {
    throw thrown;
  };
  const { error } = await createFetchStream(fail).start();
  expect(error).toMatchObject({ code: 'request', cause: thrown });
  expect(error?.message).toContain(`The request cannot be sent (${says}). `);
});
