import { createFetchStream, list } from 'react-streamed/core';
import { resumable } from 'react-streamed/resume';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { answerHead, setUpResumable } from '../../support/setUpResumable.ts';

describe('an answer whose response breaks', () => {
  it('continues with what `request` returns, and stays `streaming`', async () => {
    const { mock, clock, stream, callbacks } = setUpResumable();
    const end = stream.start();
    const post = await mock.nextRequest();
    post.respond(answerHead).text('Hel');
    await clock.advanceAsync(0);
    post.drop();
    await clock.advanceAsync(20);
    expect(stream.getSnapshot()).toMatchObject({
      status: 'streaming',
      data: 'Hel',
      error: undefined,
      reconnection: { attempt: 1, delay: 1000, error: { code: 'network' } },
    });
    await clock.advanceAsync(1000);
    const get = await mock.nextRequest();
    expect(get).toMatchObject({ url: '/chat/a1?from=3', method: 'GET', body: undefined });
    expect(get.headers.get('authorization')).toBeNull();
    get.respond().text('lo').end();
    expect(await end).toEqual({ status: 'done', data: 'Hello', error: undefined });
    expect(stream.getSnapshot()).toMatchObject({ reconnection: undefined, progress: { loaded: 5 }, count: 2 });
    expect(mock.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(callbacks.onItem.mock.calls).toEqual([
      ['Hel', undefined],
      ['lo', undefined],
    ]);
    expect(callbacks.onEnd).toHaveBeenCalledOnce();
    expect(callbacks.onError).not.toHaveBeenCalled();
    expect(clock.pending).toBe(0);
  });

  it('sends the method and the headers that `request` returns', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(
      {
        request: ({ id, lastEventId }) => ({
          url: `/resume/${id}`,
          method: 'POST',
          headers: () => ({ 'Last-Event-ID': lastEventId, authorization: 'fresh' }),
        }),
      },
      { as: 'events' },
    );
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).event({ data: 'a', id: '7' }).drop();
    await waitForRetry();
    const again = await mock.nextRequest();
    expect(again).toMatchObject({ url: '/resume/a1', method: 'POST', body: undefined });
    expect(Object.fromEntries(again.headers)).toMatchObject({ 'last-event-id': '7', authorization: 'fresh' });
    again.event({ data: 'b', id: '8' }).end();
    expect(await end).toMatchObject({ status: 'done', data: ['a', 'b'] });
  });

  it('is not sent again before the id is known, and fails', async () => {
    const { mock, stream } = setUpResumable();
    const end = stream.start();
    (await mock.nextRequest()).respond().text('Hel').drop();
    expect(await end).toMatchObject({ status: 'error', data: 'Hel', error: { code: 'network' } });
    expect(mock.requests).toHaveLength(1);
  });

  it('is requested as soon as the id is known, even if no byte has come', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { retry: true });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).drop();
    await waitForRetry();
    expect((await mock.nextRequest()).text('Hello').end()).toMatchObject({ method: 'GET', url: '/chat/a1?from=0' });
    expect(await end).toMatchObject({ status: 'done', data: 'Hello' });
  });

  it('takes the id from the first items, and asks no more once it has it', async () => {
    const id = vi.fn((_response: unknown, item: unknown) => (item as { id?: string } | undefined)?.id);
    const { mock, stream, waitForRetry } = setUpResumable({ id }, { as: 'json-lines' });
    const end = stream.start();
    (await mock.nextRequest()).jsonLine({ n: 0 }).jsonLine({ id: 'x' }).jsonLine({ n: 1 }).drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    expect(get.url).toBe('/chat/x?from=27');
    expect(id.mock.calls.map(([, item]) => item)).toEqual([undefined, { n: 0 }, { id: 'x' }]);
    get.jsonLine({ n: 2 }).end();
    expect(await end).toMatchObject({ status: 'done', data: [{ n: 0 }, { id: 'x' }, { n: 1 }, { n: 2 }] });
  });

  it('is a break if it ends without matching `until`', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'lines', until: (line: string) => line === 'END' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('one\ntw').end();
    await waitForRetry();
    expect((await mock.nextRequest()).text('two\nEND').end().url).toBe('/chat/a1?from=4');
    expect(await end).toMatchObject({ status: 'done', data: ['one', 'two'] });
  });

  it('takes a last JSON line without an ending, if it is whole', async () => {
    const requireUntil = (item: unknown) => (item as { done?: boolean }).done;
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'json-lines', requireUntil });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('{"n":1}\n{"n":').end();
    await waitForRetry();
    expect((await mock.nextRequest()).text('{"n":2}\n{"done":true}').end().url).toBe('/chat/a1?from=8');
    expect(await end).toMatchObject({ status: 'done', data: [{ n: 1 }, { n: 2 }, { done: true }] });
  });

  it('does not take a last number without an ending, because more digits may follow', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(
      {},
      { as: 'json-lines', until: (line: string) => line === '0' },
    );
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('7\n12').end();
    await waitForRetry();
    (await mock.nextRequest()).text('123\n0\n').end();
    expect(await end).toMatchObject({ status: 'done', data: [7, 123] });
    expect(mock.requests[1]!.url).toBe('/chat/a1?from=2');
  });

  it('does not take such a line twice', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'json-lines', until: () => false });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('{"n":1}\n{"n":2}').end();
    await waitForRetry();
    (await mock.nextRequest()).text('\n{"n":3}\n');
    await waitForRetry();
    expect(stream.getSnapshot().data).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(mock.requests.at(-1)!.url).toBe('/chat/a1?from=15');
    stream.stop();
  });

  it('keeps an end mark that came before the break', async () => {
    const requireUntil = (item: unknown) => (item === '"last"' ? true : undefined);
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'lines', requireUntil });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('"last"\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).respond().end();
    expect(await end).toMatchObject({ status: 'done', data: ['"last"'] });
  });

  it.each([
    ['half a character', 'text', [0x61, 0xc3], 1, [0xc3, 0xa4], 'aä'],
    ['half a line', 'lines', 'a\nb', 2, 'bc\n', ['a', 'bc']],
    ['half an event', 'events', 'data: a\r\n\r\ndata: b\r\n', 11, 'data: bc\n\n', ['a', 'bc']],
    ['nothing', 'events', 'data: a\r\r', 9, 'data: b\n\n', ['a', 'b']],
    ['half a BOM', 'text', [0xef, 0xbb], 0, [0xef, 0xbb, 0xbf, 0x61], 'a'],
  ] as const)('throws away %s at the break', async (_what, as, before, loaded, after, data) => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as });
    const end = stream.start();
    const write = (request: Awaited<ReturnType<typeof mock.nextRequest>>, part: string | readonly number[]) =>
      typeof part === 'string' ? request.text(part, { every: 1 } as never) : request.bytes(part);
    write((await mock.nextRequest()).respond(answerHead), before).drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    expect(get.url).toBe(`/chat/a1?from=${loaded}`);
    write(get, after).end();
    expect(await end).toMatchObject({ status: 'done', data });
  });

  it('tells `request` how many items have come, before `select`', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(
      { request: ({ items }) => `/chat?skip=${items}` },
      { as: 'lines', select: (line: string) => (line === 'b' ? line : null) },
    );
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\nc\nd').drop();
    await waitForRetry();
    expect((await mock.nextRequest()).text('d\n').end().url).toBe('/chat?skip=3');
    expect(await end).toMatchObject({ data: ['b'] });
  });

  it('shows the progress of the whole answer, which never decreases', async () => {
    const { mock, clock, stream, waitForRetry } = setUpResumable({}, { as: 'lines' });
    const loaded: number[] = [];
    stream.subscribe(() => loaded.push(stream.getSnapshot().progress.loaded));
    const end = stream.start();
    (await mock.nextRequest())
      .respond({ headers: { 'x-answer': 'a1', 'content-length': '8' } })
      .text('ab\ncd')
      .drop();
    await waitForRetry();
    (await mock.nextRequest())
      .respond({ headers: { 'content-length': '5' } })
      .text('cd\nef')
      .end();
    await end;
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ progress: { loaded: 8, total: 8, ratio: 1 } });
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
  });
});

describe('an answer whose url function has answered items', () => {
  async function* answer() {
    yield { word: 'a' };
    yield { word: 'b' };
    throw new TypeError('lost');
  }
  const setUp = (from: 'position' | 'start') => {
    const mock = createMockStream();
    const clock = createManualClock();
    const onItem = vi.fn();
    const stream = createFetchStream(() => answer(), {
      as: 'json-lines',
      fetch: mock.fetch,
      clock,
      onItem,
      resume: resumable({ id: () => 'a1', from, request: ({ items }) => `/rest/${items}`, retry: { jitter: false } }),
    });
    return { mock, clock, stream, onItem };
  };

  it.each([
    ['position', ['c']],
    ['start', ['a', 'b', 'c']],
  ] as const)('continues after them with what the server sends from the %s', async (from, words) => {
    const { mock, clock, stream, onItem } = setUp(from);
    const end = stream.start();
    await clock.advanceAsync(1000);
    const rest = await mock.nextRequest();
    expect(rest.url).toBe('/rest/2');
    for (const word of words) rest.jsonLine({ word });
    rest.end();
    expect(await end).toMatchObject({ status: 'done', data: [{ word: 'a' }, { word: 'b' }, { word: 'c' }] });
    expect(onItem).toHaveBeenCalledTimes(3);
  });
});

describe('events at the seam', () => {
  it('drops those whose id has come before, and no other', async () => {
    const { mock, stream, waitForRetry, callbacks } = setUpResumable({}, { as: 'events' });
    const end = stream.start();
    const post = (await mock.nextRequest()).respond(answerHead);
    for (const id of ['1', '2', '3']) post.event({ data: id, id });
    post.drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    for (const id of ['2', '3', '4']) get.event({ data: id, id });
    get.event({ data: 'no id' }).event({ data: '2 again', id: '2' }).end();
    expect(await end).toMatchObject({ data: ['1', '2', '3', '4', 'no id', '2 again'] });
    expect(callbacks.onItem).toHaveBeenCalledTimes(6);
  });

  it('keeps an event without an ID that follows a repeated ID without an event', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'events' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).event({ data: 'a', id: '1' }).drop();
    await waitForRetry();
    (await mock.nextRequest()).text('id: 1\n\ndata: b\n\n').end();
    expect(await end).toMatchObject({ status: 'done', data: ['a', 'b'] });
  });

  it('remembers the last 64 ids', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'events' });
    const end = stream.start();
    const post = (await mock.nextRequest()).respond(answerHead);
    for (let id = 1; id <= 65; id++) post.event({ data: `${id}`, id: `${id}` });
    post.drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    get.event({ data: '2', id: '2' }).event({ data: '65', id: '65' }).event({ data: '1', id: '1' }).end();
    const { data } = await end;
    expect((data as readonly string[]).slice(64)).toEqual(['65', '1']);
  });

  it('keeps the last event ID over events without one', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(
      { request: ({ lastEventId }) => `/chat?after=${lastEventId}` },
      { as: 'events', parse: (event: { lastEventId: string }) => event.lastEventId, accumulate: list() },
    );
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).event({ data: 'a', id: '5' }).drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    expect(get.url).toBe('/chat?after=5');
    get.event({ data: 'b' }).end();
    expect(await end).toMatchObject({ data: ['5', '5'] });
  });
});
