import {
  blocks,
  concat,
  createEventSource,
  createFetchStream,
  list,
  StreamError,
  type Accumulator,
} from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('a source that is closed while its snapshot is taken', () => {
  it('shows that it is closed', async () => {
    const closesItself: Accumulator<unknown, number, { count: number }> = {
      create: () => ({ count: 0 }),
      add: (state) => {
        state.count += 1;
      },
      snapshot: ({ count }) => {
        if (count > 0) source.close();
        return count;
      },
    };
    const { source, mock, settle } = openEventSource({ accumulate: closesItself as never });
    (await mock.nextRequest()).respond(eventStream).event('a');
    await settle();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: 1 });
  });
});

describe('a format that changes while the stream runs', () => {
  it('is that of the next run', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const stream = createFetchStream('/chat', { fetch: mock.fetch, clock });
    const end = stream.start();
    const request = await mock.nextRequest();
    request.text('one\n');
    await clock.advanceFrameAsync();
    stream.update({ as: 'lines' as never });
    request.text('two\n').end();
    expect(await end).toMatchObject({ status: 'done', data: 'one\ntwo\n' });
    const next = stream.start();
    (await mock.nextRequest()).text('one\ntwo\n').end();
    expect(await next).toMatchObject({ status: 'done', data: ['one', 'two'] });
  });
});

describe('a text that is longer than a string can be', () => {
  // Engines defer the copy of a repeated string, so it costs nothing until it is read.
  const quarter = 'x'.repeat(2 ** 27);

  it('fails the stream once with event-too-large, and keeps what fits', async () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const mock = createMockStream();
    const onError = vi.fn();
    const stream = createFetchStream('/chat', {
      fetch: mock.fetch,
      as: 'lines',
      throttle: 1e9,
      accumulate: concat(),
      select: (line: string) => (line === 'big' ? quarter : line),
      onError,
    });
    const end = stream.start();
    const request = await mock.nextRequest();
    request.text('big\nbig\nbig\ny\nbig\nbig\n');
    const { status, data, error } = await end;
    expect(status).toBe('error');
    expect(error).toMatchObject({ code: 'event-too-large', url: '/chat' });
    expect(data).toHaveLength(3 * 2 ** 27 + 1);
    expect(request.aborted || request.cancelled).toBe(true);
    expect(onError).toHaveBeenCalledOnce();
    expect(reportError).not.toHaveBeenCalled();
  });

  it('is refused by blocks() with event-too-large, too', () => {
    const accumulator = blocks();
    const state = accumulator.create();
    for (let i = 0; i < 3; i++) accumulator.add(state, quarter);
    expect(() => accumulator.add(state, quarter)).toThrow(StreamError);
    expect(() => accumulator.add(state, quarter)).toThrow(/536870888 characters/);
    accumulator.add(state, 'it still fits');
  });
});

describe('a last event ID that is hard to send', () => {
  it('is sent whole though it has 200,000 characters', async () => {
    const id = 'é'.repeat(100_000) + 'x'.repeat(100_000);
    const { mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).event({ data: 'a', id }).end();
    await clock.advanceAsync(1000);
    const header = (await mock.nextRequest()).headers.get('last-event-id') ?? '';
    const bytes = Uint8Array.from(header, (character) => character.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe(id);
  });

  it.each(['\u0001', 'a\u007fb', 'bell\u0007'])('fails the source once, and nothing is sent: %j', async (id) => {
    const { source, mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).text(`id: ${id}\ndata: a\n\n`).end();
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: 'a', error: { code: 'request' } });
    expect(source.getSnapshot().error?.message).toContain('control character');
    expect(clock.pending).toBe(0);
  });

  it('may contain a tab', async () => {
    const { mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).text('id: a\tb\ndata: a\n\n').end();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('a\tb');
  });

  it('takes the place of a static header of the user', async () => {
    const { mock, clock } = openEventSource({
      headers: { 'LAST-EVENT-ID': 'first visit' },
      reconnect: { jitter: false },
    });
    const first = await mock.nextRequest();
    expect(first.headers.get('last-event-id')).toBe('first visit');
    first.respond(eventStream).event({ data: 'a', id: '7' }).end();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('7');
  });
});

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
