import { blocks, concat, createFetchStream, StreamError, type Accumulator } from 'react-streamed/core';
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
