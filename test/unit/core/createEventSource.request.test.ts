import { createEventSource } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEventSource } from '../../support/openEventSource.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('the request of an event source', () => {
  it('is a GET that asks for an event stream, past all caches', async () => {
    const { mock } = openEventSource();
    const request = await mock.nextRequest();
    expect(request).toMatchObject({ url: '/feed', method: 'GET', body: undefined, init: { cache: 'no-store' } });
    expect([...request.headers]).toEqual([['accept', 'text/event-stream']]);
  });

  it('sends a plain object as JSON, by POST', async () => {
    const { mock } = openEventSource({ body: { q: 'é' } });
    const request = await mock.nextRequest();
    expect(request.method).toBe('POST');
    expect(request.headers.get('content-type')).toBe('application/json');
    expect(request.json()).toEqual({ q: 'é' });
  });

  it.each([null, undefined])('is a GET without a body if the body is %s', async (body) => {
    const { mock } = openEventSource({ body: body as never });
    expect(await mock.nextRequest()).toMatchObject({ method: 'GET', body: undefined });
  });

  it('leaves a content type and an accept header of the user alone', async () => {
    const { mock } = openEventSource({
      method: 'put',
      body: [1],
      headers: { 'Content-Type': 'application/x+json', Accept: 'text/*' },
    });
    const request = await mock.nextRequest();
    expect(request.method).toBe('PUT');
    expect(request.headers.get('content-type')).toBe('application/x+json');
    expect(request.headers.get('accept')).toBe('text/*');
  });

  it('sends what fetch takes as a body as it is', async () => {
    const { mock } = openEventSource({ body: new URLSearchParams({ a: '1' }) });
    const request = await mock.nextRequest();
    expect(request.body).toBe('a=1');
    expect(request.headers.get('content-type')).toContain('application/x-www-form-urlencoded');
  });

  it('sends the last event ID as UTF-8 bytes', async () => {
    const { mock } = openEventSource({ initialLastEventId: 'größe-日本' });
    const header = (await mock.nextRequest()).headers.get('last-event-id') ?? '';
    expect(new TextDecoder().decode(Uint8Array.from(header, (byte) => byte.charCodeAt(0)))).toBe('größe-日本');
  });

  it('passes the options of fetch on', async () => {
    const { mock } = openEventSource({ credentials: 'include', mode: 'same-origin', cache: 'reload', priority: 'low' });
    expect((await mock.nextRequest()).init).toMatchObject({
      credentials: 'include',
      mode: 'same-origin',
      cache: 'reload',
      priority: 'low',
    });
  });

  it('passes fetch nothing but what is meant for it', async () => {
    const { mock } = openEventSource({ key: 1, parse: 'json', onEvent: () => {}, credentials: 'include' });
    const { init } = await mock.nextRequest();
    const given = Object.keys(init).filter((name) => init[name as keyof typeof init] !== undefined);
    expect(new Set(given)).toEqual(new Set(['cache', 'credentials', 'duplex', 'headers', 'method', 'signal']));
  });

  it('sends an array of a subclass as JSON, by POST if the method is empty', async () => {
    class Numbers extends Array<number> {}
    const { mock } = openEventSource({ body: Numbers.from([1, 2]), method: '' });
    expect(await mock.nextRequest()).toMatchObject({ method: 'POST', body: '[1,2]' });
  });

  it('is told apart from a failure even if the abort signal has no reason', async () => {
    const { AbortController: Complete } = globalThis;
    class Poor extends Complete {
      constructor() {
        super();
        Object.defineProperty(this.signal, 'reason', { value: undefined });
        Object.defineProperty(this.signal, 'throwIfAborted', { value: undefined });
      }
    }
    vi.stubGlobal('AbortController', Poor);
    const { source, mock, settle } = openEventSource();
    (await mock.nextRequest()).respond({ status: 404, body: '' });
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'http', status: 404 } });
    expect(mock.requests).toHaveLength(1);
  });

  it('takes url, headers and body from functions, asynchronous ones too', async () => {
    const mock = createMockStream();
    const source = createEventSource(async ({ number }) => new URL(`http://localhost/feed/${number}`), {
      fetch: mock.fetch,
      headers: () => ({ 'x-token': 'fresh' }),
      body: async () => ({ late: true }),
    });
    source.open();
    const request = await mock.nextRequest();
    expect(request.url).toBe('http://localhost/feed/1');
    expect(request.method).toBe('POST');
    expect(request.headers.get('x-token')).toBe('fresh');
    expect(request.json()).toEqual({ late: true });
    source.close();
  });

  it('reads the global fetch when it is called', async () => {
    const mock = createMockStream();
    const source = createEventSource('/feed');
    vi.stubGlobal('fetch', mock.fetch);
    source.open();
    expect((await mock.nextRequest()).url).toBe('/feed');
    source.close();
  });

  it('is aborted though its fetch does not heed the signal', async () => {
    const clock = createManualClock();
    const cancel = vi.fn();
    let answer = (_: Response) => {};
    const source = createEventSource('/feed', { clock, fetch: () => new Promise((resolve) => (answer = resolve)) });
    source.open();
    await clock.advanceAsync(0);
    source.close();
    answer(new Response(new ReadableStream({ cancel })));
    await clock.advanceAsync(0);
    expect(cancel).toHaveBeenCalledOnce();
    expect(source.getSnapshot().status).toBe('closed');
  });

  it.each(['onOpen', 'onEvent'] as const)('is ended by close() in %s, with its timers', async (name) => {
    const clock = createManualClock();
    const cancel = vi.fn();
    const start = (body: ReadableStreamDefaultController) => body.enqueue(new TextEncoder().encode('data: a\n\n'));
    const headers = { 'content-type': 'text/event-stream' };
    const source = createEventSource('/feed', {
      clock,
      idleTimeout: 1000,
      connectTimeout: 1000,
      fetch: async () => new Response(new ReadableStream({ start, cancel }), { headers }),
      [name]: (): void => source.close(),
    });
    source.open();
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', count: name === 'onOpen' ? 0 : 1 });
    expect(cancel).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  it('clears its timers in the same turn as close()', async () => {
    const clock = createManualClock();
    const source = createEventSource('/feed', { clock, connectTimeout: 1000, fetch: () => new Promise(() => {}) });
    source.open();
    await clock.advanceAsync(0);
    expect(clock.pending).toBe(1);
    source.close();
    expect(clock.pending).toBe(0);
  });
});
