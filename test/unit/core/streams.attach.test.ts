import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

function setUp() {
  const mock = createMockStream();
  const clock = createManualClock();
  const options = { fetch: mock.fetch, clock, enabled: false };
  return { mock, clock, stream: createFetchStream('/chat', options), source: createEventSource('/feed', options) };
}

const stopped = { status: 'stopped', data: '', error: undefined };

describe('in the turn in which StrictMode remounts a component', () => {
  it('a stream that is started and stopped sends nothing', async () => {
    const { mock, clock, stream } = setUp();
    stream.attach('passive')();
    const end = stream.start();
    stream.stop();
    stream.attach('passive');
    await clock.advanceAsync(0);
    expect(await end).toEqual(stopped);
    expect(mock.requests).toHaveLength(0);
  });

  it('a stream that is started, stopped and started again starts once', async () => {
    const { mock, clock, stream } = setUp();
    const onStop = vi.fn<() => void>();
    stream.update({ onStop });
    stream.attach('passive')();
    const first = stream.start();
    stream.stop();
    const second = stream.start();
    stream.attach('passive');
    await clock.advanceAsync(0);
    expect(await first).toEqual(stopped);
    expect(onStop).not.toHaveBeenCalled();
    expect(mock.requests).toHaveLength(1);
    mock.requests[0]!.text('a').end();
    expect(await second).toEqual({ status: 'done', data: 'a', error: undefined });
  });
});

it('a source is not opened after its component has gone', async () => {
  const { mock, source } = setUp();
  const exceptions: unknown[] = [];
  vi.stubGlobal('queueMicrotask', async (callback: () => void) => {
    await undefined;
    try {
      callback();
    } catch (exception) {
      exceptions.push(exception);
    }
  });
  source.attach('passive')();
  source.open();
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  expect(exceptions).toEqual([]);
  expect(mock.requests).toHaveLength(0);
  expect(source.getSnapshot().status).toBe('idle');
});
