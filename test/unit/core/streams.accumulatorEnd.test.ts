import { expect, test } from 'vitest';
import { createEventSource, createFetchStream, type Accumulator } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';

/** Joins the items, and marks each time that it was told of the end. */
const marked: Accumulator<unknown, string, { text: string }> = {
  create: () => ({ text: '' }),
  add: (state, item) => {
    state.text += String(item);
  },
  snapshot: ({ text }) => text,
  end: (state) => {
    state.text += '|';
  },
};

function setUp(accumulate = marked) {
  const mock = createMockStream();
  const clock = createManualClock();
  const ended: unknown[] = [];
  const onEnd = (data: unknown) => ended.push(data);
  const stream = createFetchStream('/text', { fetch: mock.fetch, clock, accumulate, onEnd });
  const start = async () => {
    const result = stream.start();
    const request = await mock.nextRequest();
    request.respond().text('text');
    await clock.advanceFrameAsync();
    return { result, request };
  };
  return { clock, stream, start, ended };
}

test('tells the accumulator once of the end of a fetch stream, before its last data', async () => {
  const { stream, start, ended } = setUp();
  const { request, result } = await start();
  expect(stream.getSnapshot().data).toBe('text');
  request.end();
  expect((await result).data).toBe('text|');
  expect(ended).toEqual(['text|']);
  expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: 'text|' });
});

test('tells the accumulator of the end of each run, though no item has arrived', async () => {
  const { clock, stream, start } = setUp();
  const { result, request } = await start();
  request.end();
  await result;
  const mock = createMockStream({ answer: { body: '' } });
  stream.update({ fetch: mock.fetch } as never);
  expect((await stream.start()).data).toBe('|');
  expect((await stream.start()).data).toBe('|');
  expect(clock.pending).toBe(0);
});

test('tells the accumulator of a fetch stream that is stopped, or fails', async () => {
  const { stream, start } = setUp();
  await start();
  stream.stop();
  stream.stop();
  expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'text|' });
  const { request, result } = await start();
  expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: 'text' });
  request.drop();
  expect((await result).data).toBe('text|');
  expect(stream.getSnapshot()).toMatchObject({ status: 'error', data: 'text|' });
});

test('tells the accumulator of each close of an event source', async () => {
  const mock = createMockStream();
  const clock = createManualClock();
  const parse = ({ data }: { data: string }) => data;
  const source = createEventSource('/feed', { fetch: mock.fetch, clock, parse, accumulate: marked });
  for (const data of ['a', 'a|a']) {
    source.open();
    const request = await mock.nextRequest();
    request.respond().event('a');
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data });
    source.close();
    source.close();
    expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: `${data}|` });
  }
});

test('lets the accumulator stop the stream when it is told of the end', async () => {
  const ends: string[] = [];
  const { stream, start } = setUp({
    ...marked,
    end: () => {
      ends.push('end');
      stream.stop();
    },
  });
  const { request, result } = await start();
  request.end();
  expect((await result).data).toBe('text');
  expect(ends).toEqual(['end']);
});
