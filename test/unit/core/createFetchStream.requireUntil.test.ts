import { createEventSource, createFetchStream, type FetchStreamOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

type Options = Omit<FetchStreamOptions<'lines'>, 'fetch' | 'as'>;

async function readLines(text: string, options: Options) {
  const mock = createMockStream();
  const callbacks = { onEnd: vi.fn(), onError: vi.fn() };
  const stream = createFetchStream('/answer?token=x', { fetch: mock.fetch, as: 'lines', ...callbacks, ...options });
  const end = stream.start();
  const request = await mock.nextRequest();
  if (text) request.text(text);
  request.end();
  return { ...(await end), callbacks, mock };
}

const until = (line: string) => line === '[DONE]';

describe('requireUntil of a fetch stream', () => {
  it('fails with the code incomplete if the response ends before `until` has matched, and keeps the data', async () => {
    const { status, data, error, callbacks } = await readLines('a\nb\n', { until, requireUntil: true });
    expect({ status, data }).toEqual({ status: 'error', data: ['a', 'b'] });
    expect(error).toMatchObject({ code: 'incomplete', url: '/answer?token=x', method: 'GET', attempt: 1 });
    expect(error?.message).toMatch(/^GET \/answer ended before its end mark\. See https:\S+incomplete\.md$/);
    expect(callbacks.onError).toHaveBeenCalledOnce();
    expect(callbacks.onEnd).not.toHaveBeenCalled();
  });

  it('is done once `until` has matched', async () => {
    const { status, data } = await readLines('a\n[DONE]\n', { until, requireUntil: true });
    expect({ status, data }).toEqual({ status: 'done', data: ['a'] });
  });

  it.each([true, false])('calls nothing that is not a function: %s', async (requireUntil) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    expect((await readLines('a\n[DONE]\n', { until, requireUntil })).status).toBe('done');
    expect(reportError).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('is off by default', async () => {
    expect((await readLines('a\n', { until })).status).toBe('done');
  });

  it('counts an item as the end mark if its function says so, and until it says otherwise', async () => {
    const requireUntil = (item: string) => {
      if (item === 'stop') return true;
      return item === 'start' ? false : undefined;
    };
    const readStatus = async (text: string) => (await readLines(text, { requireUntil })).status;
    expect(await readStatus('start\na\nstop\n')).toBe('done');
    expect(await readStatus('start\na\nstop\nusage\n')).toBe('done');
    expect(await readStatus('start\nstop\nstart\na\n')).toBe('error');
    expect(await readStatus('start\nstop\nstart\na\nstop\n')).toBe('done');
    expect(await readStatus('')).toBe('error');
  });

  it('asks for an end mark again in each run', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/answer', {
      fetch: mock.fetch,
      as: 'lines',
      requireUntil: (item: string) => item === 'stop',
    });
    const first = stream.start();
    (await mock.nextRequest()).text('stop\n').end();
    expect((await first).status).toBe('done');
    const second = stream.start();
    (await mock.nextRequest()).text('a\n').end();
    expect((await second).error?.code).toBe('incomplete');
  });

  it('retries an empty response if a policy allows it, and nothing after the first byte', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const stream = createFetchStream('/answer', {
      fetch: mock.fetch,
      clock,
      until: () => false,
      requireUntil: true,
      retry: { jitter: false, maxAttempts: 3 },
    });
    const end = stream.start();
    (await mock.nextRequest()).respond().end();
    await clock.advanceAsync(1000);
    (await mock.nextRequest()).text('a').end();
    expect(await end).toMatchObject({ status: 'error', data: 'a', error: { code: 'incomplete', attempt: 2 } });
    expect(mock.requests).toHaveLength(2);
  });
});

describe('requireUntil of an event source', () => {
  function open(reconnect: boolean | { jitter: false }) {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource('/job', {
      fetch: mock.fetch,
      clock,
      reconnect,
      requireUntil: true,
      until: ({ type }) => type === 'end',
    });
    source.open();
    return { mock, clock, source };
  }

  it('fails if the stream ends early and nothing reconnects', async () => {
    const { mock, clock, source } = open(false);
    (await mock.nextRequest()).respond(eventStream).event('half').end();
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: 'half', error: { code: 'incomplete' } });
  });

  it('reconnects otherwise, and closes once `until` has matched', async () => {
    const { mock, clock, source } = open({ jitter: false });
    (await mock.nextRequest()).respond(eventStream).event('half').end();
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', error: { code: 'incomplete' } });
    await clock.advanceAsync(1000);
    (await mock.nextRequest()).respond(eventStream).event('rest').event({ type: 'end', data: '' });
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: 'rest', error: undefined });
  });
});
