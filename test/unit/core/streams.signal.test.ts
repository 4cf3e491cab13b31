import { getEventListeners } from 'node:events';
import { createEventSource, createFetchStream, iterateEventSource, iterateFetchStream } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

function setUp() {
  const controller = new AbortController();
  const mock = createMockStream();
  const clock = createManualClock();
  return { controller, mock, clock, options: { fetch: mock.fetch, clock, signal: controller.signal } };
}

it('a signal stops a fetch stream, which keeps its data', async () => {
  const { controller, mock, clock, options } = setUp();
  const onStop = vi.fn();
  const stream = createFetchStream('/chat', { ...options, onStop });
  const end = stream.start();
  const request = await mock.nextRequest();
  request.text('par');
  await clock.advanceAsync(0);
  controller.abort();
  expect(request.aborted).toBe(true);
  expect(await end).toEqual({ status: 'stopped', data: 'par', error: undefined });
  expect(onStop.mock.calls).toEqual([['par']]);
});

it('a signal closes an event source, also while it waits to reconnect', async () => {
  const { controller, mock, clock, options } = setUp();
  const onClose = vi.fn();
  const source = createEventSource('/feed', { ...options, onClose });
  source.open();
  const request = await mock.nextRequest();
  request.respond(eventStream);
  request.event({ data: 'a' }).end();
  await clock.advanceAsync(0);
  expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', data: 'a' });
  controller.abort();
  expect(source.getSnapshot()).toMatchObject({ status: 'closed', data: 'a', error: undefined });
  expect(onClose.mock.calls).toEqual([['close']]);
  expect(clock.pending).toBe(0);
});

it('a stream whose signal has aborted does not start', async () => {
  const { controller, mock, clock, options } = setUp();
  controller.abort();
  const stream = createFetchStream('/chat', options);
  const source = createEventSource('/feed', options);
  expect(await stream.start()).toEqual({ status: 'stopped', data: '', error: undefined });
  source.open();
  source.reconnect();
  stream.attach();
  source.attach();
  await clock.advanceAsync(100);
  expect(stream.getSnapshot().status).toBe('idle');
  expect(source.getSnapshot().status).toBe('idle');
  expect(mock.requests).toHaveLength(0);
});

it('a signal has no say once the run that it was given to has ended', async () => {
  const { controller, mock, options } = setUp();
  const stream = createFetchStream('/chat', options);
  const first = stream.start();
  (await mock.nextRequest()).text('a').end();
  await first;
  stream.update({ signal: new AbortController().signal });
  const second = stream.start();
  const request = await mock.nextRequest();
  controller.abort();
  expect(request.aborted).toBe(false);
  request.text('b').end();
  expect(await second).toMatchObject({ status: 'done', data: 'b' });
});

it('a stream leaves no listener on the signal', async () => {
  const { controller, mock, clock, options } = setUp();
  const add = vi.spyOn(controller.signal, 'addEventListener');
  const remove = vi.spyOn(controller.signal, 'removeEventListener');
  const stream = createFetchStream('/chat', options);
  const end = stream.start();
  (await mock.nextRequest()).text('a').end();
  await end;
  const source = createEventSource('/feed', options);
  source.open();
  await clock.advanceAsync(0);
  source.close();
  expect(add).toHaveBeenCalledTimes(2);
  expect(remove).toHaveBeenCalledTimes(2);
});

it('an iteration leaves no listener on the signal', async () => {
  const { controller, mock, clock, options } = setUp();
  const listeners = () => getEventListeners(controller.signal, 'abort').length;
  const text = iterateFetchStream('/chat', options);
  const first = text.next();
  (await mock.nextRequest()).text('a');
  await clock.advanceAsync(0);
  expect(await first).toEqual({ done: false, value: 'a' });
  expect(listeners()).toBe(1);
  await text.return?.();
  expect(listeners()).toBe(0);

  const events = iterateEventSource('/feed', { ...options, reconnect: false });
  const end = events.next();
  (await mock.nextRequest()).respond(eventStream).end();
  await clock.advanceAsync(0);
  expect(await end).toEqual({ done: true, value: undefined });
  expect(listeners()).toBe(0);
});
