import type { FetchStreamStore } from 'react-streamed/core';
import { resumable } from 'react-streamed/resume';
import { describe, expect, it, vi } from 'vitest';
import { answerHead, createStorage, setUpResumable } from '../../support/setUpResumable.ts';

type Controls = Pick<FetchStreamStore<unknown>, 'stop' | 'reset'>;

describe('attempts', () => {
  it('count while nothing new comes, and start again when something does', async () => {
    const { mock, clock, stream } = setUpResumable({ retry: { maxAttempts: 2 } });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    const attempts: unknown[] = [];
    const step = async (answer: (request: Awaited<ReturnType<typeof mock.nextRequest>>) => void) => {
      await clock.advanceAsync(0);
      attempts.push(stream.getSnapshot().reconnection?.attempt, stream.getSnapshot().reconnection?.delay);
      await clock.advanceAsync(30_000);
      answer(await mock.nextRequest());
    };
    await step((request) => request.fail());
    await step((request) => request.respond().text('b').drop());
    await step((request) => request.respond().drop());
    await step((request) => request.respond({ status: 503 }));
    expect(attempts).toEqual([1, 1000, 2, 2000, 1, 1000, 2, 2000]);
    expect(await end).toMatchObject({ status: 'error', data: 'ab', error: { code: 'http', status: 503 } });
    expect(mock.requests.map(({ url }) => url)).toEqual([
      '/chat',
      ...['1', '1', '2', '2'].map((at) => `/chat/a1?from=${at}`),
    ]);
  });

  it('end after five without anything new by default, however long each was open', async () => {
    const { mock, clock, stream } = setUpResumable({}, { idleTimeout: 60_000 });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    for (let i = 0; i < 5; i++) {
      await clock.advanceAsync(30_000);
      (await mock.nextRequest()).respond();
      await clock.advanceAsync(61_000);
    }
    expect(await end).toMatchObject({ status: 'error', data: 'a', error: { code: 'stalled' } });
    expect(mock.requests).toHaveLength(6);
  });

  it('wait as long as `Retry-After` and `retry:` say', async () => {
    const { mock, clock, stream } = setUpResumable({}, { as: 'events' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).retry(5000).event('a').drop();
    await clock.advanceAsync(4999);
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(1);
    (await mock.nextRequest()).respond({ status: 503, headers: { 'retry-after': '60' } });
    await clock.advanceAsync(59_999);
    expect(mock.requests).toHaveLength(2);
    await clock.advanceAsync(1);
    (await mock.nextRequest()).event('b').end();
    expect(await end).toMatchObject({ data: ['a', 'b'] });
  });

  it.each([404, 410, 400, 401])('end at once at a status %i', async (status) => {
    const { mock, stream, waitForRetry, callbacks } = setUpResumable();
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await waitForRetry();
    (await mock.nextRequest()).respond({ status });
    expect(await end).toMatchObject({ status: 'error', data: 'a', error: { code: 'http', status } });
    expect(callbacks.onError).toHaveBeenCalledOnce();
  });

  it('end as `done` at 204, with what is there', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'lines', until: () => false });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).respond({ status: 204 });
    expect(await end).toEqual({ status: 'done', data: ['a'], error: undefined });
  });

  it('report an exception of `request` as a failure of the code `request`', async () => {
    const { mock, clock, stream } = setUpResumable({
      request: () => {
        throw new Error('no token');
      },
      retry: { maxAttempts: 2 },
    });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await clock.advanceAsync(10_000);
    expect(await end).toMatchObject({ status: 'error', data: 'a', error: { code: 'request' } });
    expect(mock.requests).toHaveLength(1);
  });

  it('call `request` once each', async () => {
    const request = vi.fn(() => '/rest');
    const { mock, stream, waitForRetry } = setUpResumable({ request });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await waitForRetry();
    (await mock.nextRequest()).respond().drop();
    await waitForRetry();
    (await mock.nextRequest()).text('b').end();
    expect(await end).toMatchObject({ status: 'done', data: 'ab' });
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('use the latest options', async () => {
    const { mock, clock, stream, waitForRetry } = setUpResumable();
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await clock.advanceAsync(0);
    stream.update({ resume: resumable({ id: () => null, request: ({ id }) => `/other/${id}` }) });
    await waitForRetry();
    expect((await mock.nextRequest()).text('b').end().url).toBe('/other/a1');
    expect(await end).toMatchObject({ data: 'ab' });
  });
});

describe('the end by hand', () => {
  const cancel = ({ id }: { id: string }) => `/chat/${id}`;

  it.each([
    ['stop()', (stream: Controls) => (stream.stop(), stream.stop())],
    ['reset()', (stream: Controls) => (stream.reset(), stream.reset())],
  ])('tells the server once at %s', async (_how, end) => {
    const { mock, clock, stream, callbacks } = setUpResumable({ cancel });
    const result = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    end(stream);
    expect(await result).toMatchObject({ status: 'stopped', data: 'a' });
    expect(await mock.nextRequest()).toMatchObject({ method: 'DELETE', url: '/chat/a1', init: { keepalive: true } });
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(2);
    expect(callbacks.onStop).toHaveBeenCalledOnce();
  });

  it('tells the server of the answer that a new start replaces', async () => {
    const { mock, clock, stream } = setUpResumable({ cancel: ({ id }) => ({ url: `/stop/${id}`, method: 'POST' }) });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    const end = stream.start();
    expect(await mock.nextRequest()).toMatchObject({ method: 'POST', url: '/stop/a1' });
    const second = await mock.nextRequest();
    expect(second).toMatchObject({ url: '/chat', method: 'POST' });
    second
      .respond({ headers: { 'x-answer': 'a2' } })
      .text('b')
      .end();
    expect(await end).toMatchObject({ status: 'done', data: 'b' });
    expect(mock.requests).toHaveLength(3);
  });

  it('stops the wait for a retry', async () => {
    const { mock, clock, stream } = setUpResumable({ cancel });
    const result = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await clock.advanceAsync(0);
    stream.stop();
    expect(await result).toMatchObject({ status: 'stopped', data: 'a' });
    await clock.advanceAsync(60_000);
    expect(mock.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  it('sends nothing if the id is not known or the answer has ended', async () => {
    const { mock, clock, stream } = setUpResumable({ cancel });
    void stream.start();
    (await mock.nextRequest()).respond().text('a');
    await clock.advanceAsync(0);
    stream.stop();
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').end();
    await end;
    stream.stop();
    stream.reset();
    await clock.advanceAsync(0);
    expect(mock.requests).toHaveLength(2);
  });

  it('stops a stream from its `id` function', async () => {
    const controls: Partial<Controls> = {};
    const { mock, clock, stream, callbacks } = setUpResumable({ id: () => (controls.stop?.(), 'a1'), cancel });
    controls.stop = stream.stop;
    const end = stream.start();
    (await mock.nextRequest()).respond().text('a');
    await clock.advanceAsync(0);
    expect(await end).toMatchObject({ status: 'stopped' });
    expect(stream.getSnapshot().status).toBe('stopped');
    expect(callbacks.onOpen).not.toHaveBeenCalled();
    expect(callbacks.onItem).not.toHaveBeenCalled();
    expect(mock.requests).toHaveLength(1);
  });

  it('stops a stream from its `request` function, which sends nothing then', async () => {
    const controls: Partial<Controls> = {};
    const { mock, clock, stream, waitForRetry } = setUpResumable({ request: () => (controls.stop?.(), '/rest') });
    controls.stop = stream.stop;
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a').drop();
    await waitForRetry();
    expect(await end).toMatchObject({ status: 'stopped', data: 'a' });
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', reconnection: undefined });
    expect(mock.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('does so after a reload, too', async () => {
    const controls: Partial<Controls> = {};
    const storage = createStorage({ 'react-streamed:k': 'a1' });
    const request = () => (controls.stop?.(), '/rest');
    const { mock, clock, stream } = setUpResumable({ storage, request }, { key: 'k' });
    controls.stop = stream.stop;
    stream.attach('passive');
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', reconnection: undefined });
    expect(mock.requests).toHaveLength(0);
    expect(storage.content).toEqual({});
    expect(clock.pending).toBe(0);
  });

  it('ignores a failure of the cancelling request', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { mock, clock, stream } = setUpResumable({ cancel });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a');
    await clock.advanceAsync(0);
    stream.stop();
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot().status).toBe('stopped');
    expect(report).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
