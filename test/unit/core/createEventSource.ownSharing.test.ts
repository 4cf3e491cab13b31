import { createEventSource, isStreamError, type Sharing } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

type Request = Parameters<Sharing['start']>[0];

/** A sharing whose requests are told what happens by the test. */
function createSharing(name: string) {
  const run = { stop: vi.fn(), restart: vi.fn() };
  const requests: Request[] = [];
  const start = vi.fn<Sharing['start']>((request) => {
    requests.push(request);
    return run;
  });
  return { sharing: { name, start }, start, run, requests };
}

const details = { url: '/feed', method: 'GET', attempt: 1 };
const response = { status: 200, headers: new Headers(), url: '/feed' };

it('makes one request for all sources of a page, and stops it when the last one has left', () => {
  const clock = createManualClock();
  const { sharing, start, run } = createSharing('own 1');
  const sources = [1, 2].map(() => createEventSource('/feed', { share: sharing, clock }));
  for (const source of sources) source.open();
  expect(start).toHaveBeenCalledOnce();
  expect(sources.map((source) => source.getSnapshot().status)).toEqual(['connecting', 'connecting']);
  sources[0]!.close();
  clock.advance(10);
  expect(run.stop).not.toHaveBeenCalled();
  sources[1]!.close();
  clock.advance(10);
  expect(run.stop).toHaveBeenCalledOnce();
});

it('shows all sources what the sharing reports, each attempt included', () => {
  const clock = createManualClock();
  const { sharing, requests } = createSharing('own 2');
  const sources = [1, 2].map(() => createEventSource('/feed', { share: sharing, clock, throttle: 'none' }));
  for (const source of sources) source.open();
  const { listener, plan } = requests[0]!;
  listener.onResponse(response, details);
  listener.onLastEventId?.('1');
  const event = { type: 'message', data: 'a', lastEventId: '1' };
  listener.onItem(event, event);
  for (const source of sources) {
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a', lastEventId: '1', response });
  }
  expect(plan().lastEventId()).toBe('1');
  listener.onConnecting?.();
  expect(sources.map((source) => source.getSnapshot().status)).toEqual(['connecting', 'connecting']);
  listener.onEnd('no-content');
  expect(sources.map((source) => source.getSnapshot().status)).toEqual(['closed', 'closed']);
});

it('lets the sharing reconnect', () => {
  const clock = createManualClock();
  const { sharing, start, run } = createSharing('own 3');
  const source = createEventSource('/feed', { share: sharing, clock });
  source.open();
  source.reconnect();
  expect(run.restart).toHaveBeenCalledOnce();
  expect(start).toHaveBeenCalledOnce();
  source.close();
  clock.advance(10);
});

it('finds the request of another sharing object with the same name', () => {
  const clock = createManualClock();
  const [first, second] = [createSharing('own 4'), createSharing('own 4')];
  const sources = [first, second].map(({ sharing }) => createEventSource('/feed', { share: sharing, clock }));
  for (const source of sources) source.open();
  expect(second.start).not.toHaveBeenCalled();
  for (const source of sources) source.close();
  clock.advance(10);
});

it('sends the request as usual if the sharing makes none', async () => {
  const clock = createManualClock();
  const mock = createMockStream();
  const sharing: Sharing = { name: 'own 6', start: () => undefined };
  const sources = [1, 2].map(() => createEventSource('/feed', { share: sharing, clock, fetch: mock.fetch }));
  for (const source of sources) source.open();
  const first = await mock.nextRequest();
  sources[1]!.reconnect();
  const second = await mock.nextRequest();
  second.respond(eventStream).event('a');
  await clock.advanceFrameAsync();
  expect(first.aborted).toBe(true);
  expect(sources.map((source) => source.getSnapshot().data)).toEqual(['a', 'a']);
  for (const source of sources) source.close();
  await clock.advanceAsync(10);
  expect(second.aborted).toBe(true);
});

it('gives the sharing the means to send the request itself', async () => {
  const clock = createManualClock();
  const mock = createMockStream();
  const sharing: Sharing = {
    name: 'own 5',
    start: (request, { send }) => ({ stop: send(request), restart: () => {} }),
  };
  const source = createEventSource('/feed', { share: sharing, clock, fetch: mock.fetch });
  source.open();
  const request = await mock.nextRequest();
  request.respond(eventStream).event('a');
  await clock.advanceFrameAsync();
  expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a' });
  source.close();
  await clock.advanceAsync(10);
  expect(request.aborted).toBe(true);
});

it('gives the sharing the means to create an error', () => {
  const clock = createManualClock();
  const sharing: Sharing = {
    name: 'own 7',
    start: ({ listener }, { createError }) => ({
      stop: () => {},
      restart: () => listener.onEnd('error', createError('network', 'Another tab failed.', details)),
    }),
  };
  const source = createEventSource('/feed', { share: sharing, clock });
  source.open();
  source.reconnect();
  const { status, error } = source.getSnapshot();
  expect(status).toBe('error');
  expect(isStreamError(error)).toBe(true);
  expect(error).toMatchObject({
    ...details,
    code: 'network',
    message: expect.stringMatching(/^Another tab failed\. /),
  });
});
