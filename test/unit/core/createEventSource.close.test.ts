import { createEventSource, StreamError, type CloseReason } from 'react-streamed/core';
import { createManualClock, createMockStream, type MockRequest } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

/** A source that is open and shows the data of the one that it has replaced. */
async function openWithPrevious() {
  const clock = createManualClock();
  const mock = createMockStream();
  const callbacks = { onClose: vi.fn(), onError: vi.fn() };
  const transport = { fetch: mock.fetch, clock, reconnect: false };
  const replaced = createEventSource('/old', transport);
  replaced.open();
  (await mock.nextRequest()).respond(eventStream).event('old');
  await clock.advanceFrameAsync();
  const source = createEventSource('/new', {
    ...transport,
    ...callbacks,
    keepPrevious: true,
    until: ({ data }) => data === '[DONE]',
    fail: (text) => text === 'oops',
  });
  source.prepare(replaced.getSnapshot());
  replaced.close();
  source.open();
  const request = await mock.nextRequest();
  expect(source.getSnapshot()).toMatchObject({ status: 'connecting', data: 'old', isPrevious: true });
  return { source, request, callbacks, settle: () => clock.advanceAsync(0) };
}

const ends: [CloseReason, string, (request: MockRequest) => unknown][] = [
  ['until', 'closed', (request) => request.respond(eventStream).event('[DONE]')],
  ['no-content', 'closed', (request) => request.respond({ status: 204 })],
  ['end', 'closed', (request) => request.respond(eventStream).end()],
  ['error', 'error', (request) => request.respond({ status: 404, body: '' })],
  ['error', 'error', (request) => request.respond(eventStream).event('oops')],
];

it.each(ends)('says that it has closed because of `%s`, and is %s (%#)', async (reason, status, end) => {
  const { source, request, callbacks, settle } = await openWithPrevious();
  end(request);
  await settle();
  // A request that has ended normally has an answer, so previous data is not shown instead.
  const shown = status === 'error' ? { data: 'old', isPrevious: true } : { data: undefined, isPrevious: false };
  expect(source.getSnapshot()).toMatchObject({ status, ...shown });
  expect(callbacks.onClose.mock.calls).toEqual([[reason]]);
  expect(callbacks.onError).toHaveBeenCalledTimes(status === 'error' ? 1 : 0);
});

it('keeps previous data when it is closed by hand, and reports no error', async () => {
  const { source, callbacks } = await openWithPrevious();
  source.close();
  expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: 'old', isPrevious: true });
  expect(callbacks.onClose.mock.calls).toEqual([['close']]);
  expect(callbacks.onError).not.toHaveBeenCalled();
});

it('says that it has failed if its request cannot be shared', () => {
  const onClose = vi.fn();
  createEventSource(() => '/feed', { share: true, onClose }).open();
  expect(onClose.mock.calls).toEqual([['error']]);
});

it('says that it has failed if it is refused, and does not start any more', async () => {
  const clock = createManualClock();
  const mock = createMockStream();
  const callbacks = { onClose: vi.fn(), onError: vi.fn() };
  const source = createEventSource('/feed', { fetch: mock.fetch, clock, ...callbacks });
  const error = new StreamError('request', 'It is requested in a loop.');
  source.refuse(error);
  const detach = source.attach('passive');
  await clock.advanceAsync(0);
  expect(source.getSnapshot()).toMatchObject({ status: 'error', error });
  expect(callbacks.onClose.mock.calls).toEqual([['error']]);
  expect(callbacks.onError.mock.calls).toEqual([[error, { willReconnect: false, delay: undefined }]]);
  expect(mock.requests).toHaveLength(0);
  detach();
});

it('reports no error when the server ends a response and the source reconnects', async () => {
  const onError = vi.fn();
  const { source, mock, settle } = openEventSource({ onError });
  (await mock.nextRequest()).respond(eventStream).end();
  await settle();
  expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', error: undefined });
  expect(onError).not.toHaveBeenCalled();
  source.close();
});
