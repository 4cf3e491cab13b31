import { expect, it, vi } from 'vitest';
import { createEventSource } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

it('calls onComment with the text of each comment, in order with the events', async () => {
  const seen: string[] = [];
  const { mock, settle } = openEventSource({
    onComment: (comment) => seen.push(`: ${comment}`),
    onEvent: (item) => seen.push(String(item)),
  });
  const request = await mock.nextRequest();
  request.respond(eventStream).text(': one\ndata: a\n:two\n\n:\n');
  await settle();
  expect(seen).toEqual([': one', ': two', 'a', ': ']);
});

it('calls the latest onComment, also one that was added while the stream is open', async () => {
  const { source, mock, settle } = openEventSource();
  const request = await mock.nextRequest();
  request.respond(eventStream).comment('before');
  await settle();
  const onComment = vi.fn();
  source.update({ onComment } as never);
  request.comment('after');
  await settle();
  expect(onComment.mock.calls).toEqual([['after']]);
});

it('does not fail because a comment exceeds maxEventSize', async () => {
  const { source, mock, settle } = openEventSource({ maxEventSize: 100, onComment: () => {} });
  const request = await mock.nextRequest();
  request.respond(eventStream).comment(' '.repeat(2048)).event('a');
  await settle();
  expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a' });
});

it('calls the onComment of each member of a shared connection, until it has left', async () => {
  const mock = createMockStream();
  const clock = createManualClock();
  const listeners = [vi.fn(), vi.fn()];
  const sources = listeners.map((onComment) =>
    createEventSource('/comments', { share: true, fetch: mock.fetch, clock, onComment }),
  );
  for (const source of sources) source.open();
  const request = await mock.nextRequest();
  request.respond(eventStream).comment('both');
  await clock.advanceAsync(0);
  sources[0]?.close();
  request.comment('second only');
  await clock.advanceAsync(0);
  expect(listeners[0]?.mock.calls).toEqual([['both']]);
  expect(listeners[1]?.mock.calls).toEqual([['both'], ['second only']]);
  sources[1]?.close();
  await clock.advanceAsync(10);
});

it('reports what onComment throws, and continues', async () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const failure = new Error('onComment');
  const { source, mock, settle } = openEventSource({
    onComment: () => {
      throw failure;
    },
  });
  (await mock.nextRequest()).respond(eventStream).comment('x').event('a');
  await settle();
  expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a' });
  expect(reportError.mock.calls).toEqual([[failure]]);
  vi.unstubAllGlobals();
});
