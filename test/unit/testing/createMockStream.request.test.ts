import { describe, expect, it } from 'vitest';
import { createMockStream, type MockAnswer } from 'react-streamed/testing';

/** Sends a request that the double answers with 204. */
async function send(input: RequestInfo | URL, init?: RequestInit) {
  const mock = createMockStream({ answer: { status: 204 } });
  const response = await mock.fetch(input, init);
  return { request: await mock.nextRequest(), response };
}

const bytes = new TextEncoder().encode('é1');

describe('a recorded request', () => {
  it('shows what was sent, as soon as it is sent', () => {
    const mock = createMockStream();
    void mock.fetch('/chat?x=1', {
      method: 'post',
      headers: { authorization: 'Bearer 1' },
      body: JSON.stringify({ prompt: 'Hi' }),
      credentials: 'include',
    });

    const [request] = mock.requests;
    expect(request).toMatchObject({
      number: 1,
      url: '/chat?x=1',
      method: 'POST',
      body: '{"prompt":"Hi"}',
      state: 'waiting',
      aborted: false,
      cancelled: false,
      init: { credentials: 'include' },
    });
    expect(request?.json()).toEqual({ prompt: 'Hi' });
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      authorization: 'Bearer 1',
      'content-type': 'text/plain;charset=UTF-8',
    });
  });

  it('is a GET without a body by default', async () => {
    const { request } = await send(new URL('http://example.com/a'));

    expect(request).toMatchObject({ url: 'http://example.com/a', method: 'GET', body: undefined });
  });

  it('keeps the case of a method that fetch keeps', async () => {
    const { request } = await send('/', { method: 'patch' });

    expect(request.method).toBe('patch');
  });

  it.each<[string, BodyInit, string, string | null]>([
    ['a string', 'é1', 'é1', 'text/plain;charset=UTF-8'],
    [
      'search parameters',
      new URLSearchParams({ a: 'é' }),
      'a=%C3%A9',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ],
    ['a buffer', bytes.buffer, 'é1', null],
    ['a view of a buffer', bytes.subarray(2), '1', null],
    ['a blob', new Blob(['é1'], { type: 'text/x-test' }), 'é1', 'text/x-test'],
    ['a stream', new Blob(['é1']).stream(), 'é1', null],
  ])('shows the body of %s and its content type', async (_, body, text, contentType) => {
    const { request } = await send('/', { method: 'POST', body, duplex: 'half' } as RequestInit);

    expect(request.body).toBe(text);
    expect(request.headers.get('content-type')).toBe(contentType);
  });

  it('shows the body of a form as a server can parse it', async () => {
    const form = new FormData();
    form.set('na"me', 'a\nb');
    form.set('file', new File(['é1'], 'a.txt', { type: 'text/plain' }));
    const { request } = await send('/', { method: 'POST', body: form });

    const parsed = await new Response(request.bodyBytes?.slice(), { headers: request.headers }).formData();
    expect(parsed.get('na"me')).toBe('a\r\nb');
    expect(parsed.get('file')).toMatchObject({ name: 'a.txt', type: 'text/plain', size: 3 });
  });

  it('shows a Request object, with the options that override it', async () => {
    const { request } = await send(new Request('http://example.com/', { method: 'PUT', body: 'text' }), {
      headers: { 'x-a': '1' },
    });

    expect(request).toMatchObject({ url: 'http://example.com/', method: 'PUT', body: 'text' });
    expect(request.headers.get('x-a')).toBe('1');
  });
});

describe('fetch rejects what a real one rejects', () => {
  const used = new Request('http://example.com/', { method: 'POST', body: 'x' });
  const read = new Blob(['x']).stream();

  it.each<[string, () => Promise<unknown>]>([
    ['an invalid url', () => send('http://')],
    ['a GET with a body', () => send('/', { body: 'x' })],
    ['a used Request', async () => [await used.text(), await send(used)]],
    ['a stream without duplex', () => send('/', { method: 'POST', body: read })],
    [
      'a stream that was read',
      async () => [
        await read.getReader().read(),
        await send('/', { method: 'POST', body: read, duplex: 'half' } as RequestInit),
      ],
    ],
  ])('%s', async (_, run) => {
    await expect(run()).rejects.toThrow(TypeError);
  });

  it('a body that fails while it is sent', async () => {
    const mock = createMockStream();
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('disk')) });

    await expect(mock.fetch('/', { method: 'POST', body, duplex: 'half' } as RequestInit)).rejects.toThrow('disk');
    expect(mock.requests[0]?.state).toBe('failed');
  });
});

describe('nextRequest', () => {
  it('takes the requests in their order, before or after they are sent', async () => {
    const mock = createMockStream();
    void mock.fetch('/1');
    const first = await mock.nextRequest();
    const second = mock.nextRequest();
    const third = mock.nextRequest();
    void mock.fetch('/2');
    void mock.fetch('/3');

    expect([first.url, (await second).url, (await third).url]).toEqual(['/1', '/2', '/3']);
    expect(mock.requests.map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('abort', () => {
  it('sends nothing if the signal is already aborted', async () => {
    const mock = createMockStream();

    await expect(mock.fetch('/', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(mock.requests).toEqual([]);
  });

  it('rejects an unanswered request with the reason', async () => {
    const mock = createMockStream();
    const controller = new AbortController();
    const response = mock.fetch('/', { signal: controller.signal });
    controller.abort();

    await expect(response).rejects.toMatchObject({ name: 'AbortError' });
    expect(mock.requests[0]).toMatchObject({ aborted: true, state: 'aborted' });
  });

  it('breaks a body that is being read, and drops what was not read', async () => {
    const mock = createMockStream({ answer: (request) => request.text('a').text('b') });
    const controller = new AbortController();
    const response = await mock.fetch('/', { signal: controller.signal });
    const reader = response.body!.getReader();
    await reader.read();
    controller.abort(new Error('mine'));

    await expect(reader.read()).rejects.toThrow('mine');
    expect(mock.requests[0]).toMatchObject({ aborted: true, cancelled: false });
  });

  it('comes before a broken connection that the client has not read up to', async () => {
    const mock = createMockStream({ answer: (request) => request.text('a').drop() });
    const controller = new AbortController();
    const response = await mock.fetch('/', { signal: controller.signal });
    controller.abort();

    await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' });
    expect(mock.requests[0]?.state).toBe('aborted');
  });

  it('changes nothing once the answer has been read', async () => {
    const mock = createMockStream({ answer: { body: 'all' } });
    const controller = new AbortController();
    const response = await mock.fetch('/', { signal: controller.signal });
    await response.text();
    controller.abort();

    expect(mock.requests[0]).toMatchObject({ aborted: false, state: 'ended' });
  });

  it('makes what the test still writes go nowhere', () => {
    const mock = createMockStream();
    const controller = new AbortController();
    mock.fetch('/', { signal: controller.signal }).catch(() => {});
    controller.abort();

    expect(mock.requests[0]?.respond().event('late').end().state).toBe('aborted');
  });
});

it('records that the client cancelled the body', async () => {
  const mock = createMockStream({ answer: (request) => request.text('a') });
  const response = await mock.fetch('/');
  await response.body?.cancel();

  expect(mock.requests[0]).toMatchObject({ cancelled: true, aborted: false, state: 'cancelled' });
});

it('takes the place of the global fetch until it is restored', async () => {
  const real = globalThis.fetch;
  const mock = createMockStream({ answer: { body: 'mock' } });
  const restore = mock.install();
  expect(await (await fetch('/')).text()).toBe('mock');

  restore();
  expect(globalThis.fetch).toBe(real);
});

describe('install', () => {
  it('forgets the requests of the test before', async () => {
    const mock = createMockStream();
    let restore = mock.install();
    void fetch('/first');
    void fetch('/second');
    await mock.nextRequest();
    restore();

    restore = mock.install();
    expect(mock.requests).toEqual([]);
    void fetch('/third');
    expect(await mock.nextRequest()).toMatchObject({ url: '/third', number: 1 });
    expect(mock.requests).toHaveLength(1);
    restore();
  });

  it('forgets a request whose body was still being read', async () => {
    const mock = createMockStream();
    const restore = mock.install();
    void fetch('/first', { method: 'POST', body: new Blob(['late']) });
    mock.install();
    const next = mock.nextRequest();
    void fetch('/second', { method: 'POST', body: new Blob(['body']) });

    expect(await next).toMatchObject({ url: '/second', body: 'body' });
    restore();
  });

  it('gives no request to a call that a test before left waiting', async () => {
    const mock = createMockStream();
    mock.install();
    void mock.nextRequest();
    const restore = mock.install();
    void fetch('/');

    expect(await mock.nextRequest()).toMatchObject({ url: '/' });
    restore();
  });

  it('keeps the answers that are queued for it, and restore() drops those that were not used', async () => {
    const mock = createMockStream({ answer: { body: 'default' } });
    mock.answer({ body: 'first' }, { body: 'unused' });
    let restore = mock.install();
    expect(await (await fetch('/')).text()).toBe('first');
    restore();

    restore = mock.install();
    expect(await (await fetch('/')).text()).toBe('default');
    restore();
  });
});

describe('closed', () => {
  it.each<[string, MockAnswer]>([
    ['ended', { body: 'all' }],
    ['ended', { status: 204 }],
    ['failed', (request) => request.text('a').drop()],
    ['failed', (request) => request.fail()],
  ])('resolves with %s once the client knows', async (state, answer) => {
    const mock = createMockStream({ answer });
    await mock
      .fetch('/')
      .then((response) => response.text())
      .catch(() => {});

    expect(await mock.requests[0]?.closed).toBe(state);
  });

  it('resolves when the client goes', async () => {
    const mock = createMockStream();
    const controller = new AbortController();
    mock.fetch('/', { signal: controller.signal }).catch(() => {});
    controller.abort();

    expect(await mock.requests[0]?.closed).toBe('aborted');
  });
});
