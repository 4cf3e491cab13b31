import { list } from 'react-streamed/core';
import { describe, expect, it } from 'vitest';
import { answerHead, setUpResumable } from '../../support/setUpResumable.ts';

const formats = {
  lines: 'a\nb\nc\n',
  'json-lines': '"a"\n\n"b"\r\n"c"\n',
  events: 'id: 1\ndata: a\n\n: beat\n\nid: 2\r\ndata: b\r\n\r\nid: 3\rdata: c\r\r',
} as const;

/** Sends what follows a position, as a server that keeps its answer does. */
const restOf = (body: string, url: string) =>
  body.slice(Number(new URL(url, 'http://localhost').searchParams.get('from')));

/** Interrupts the stream when `hide` is called for the second time, and continues once the chunk has been handled. */
async function interrupt(as: keyof typeof formats, optionsOf: (hide: () => void) => object) {
  let calls = 0;
  let detach = () => {};
  const hide = () => {
    calls += 1;
    if (calls === 2) detach();
  };
  const setup = setUpResumable({}, { as, ...optionsOf(hide) });
  const { mock, clock, stream, callbacks } = setup;
  detach = stream.attach('passive');
  await clock.advanceAsync(0);
  void stream.start();
  const post = await mock.nextRequest();
  post.respond(answerHead).text(formats[as]);
  await clock.advanceAsync(0);
  expect(stream.getSnapshot().status).toBe('stopped');
  stream.attach('passive');
  await clock.advanceAsync(0);
  const get = await mock.nextRequest();
  get.text(restOf(formats[as], get.url)).end();
  await clock.advanceAsync(0);
  return { ...setup, items: callbacks.onItem.mock.calls.map(([item]) => item as unknown) };
}

describe.each(Object.keys(formats) as (keyof typeof formats)[])('an interruption between two %s of one chunk', (as) => {
  it.each([
    ['until', (hide: () => void) => ({ until: () => (hide(), false), requireUntil: () => true })],
    ['parse', (hide: () => void) => ({ parse: (raw: unknown) => (hide(), textOf(raw)) })],
    ['select', (hide: () => void) => ({ select: (item: unknown) => (hide(), item) })],
    [
      'the accumulator',
      (hide: () => void) => ({
        accumulate: { ...list(), add: (all: unknown[], item: unknown) => (hide(), [...all, item]) },
      }),
    ],
  ] as const)('by %s repeats that item', async (_what, optionsOf) => {
    const { stream, items } = await interrupt(as, optionsOf);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: ['a', 'b', 'c'] });
    expect(items).toEqual(['a', 'b', 'c']);
  });

  it('by onItem continues after that item', async () => {
    const items: unknown[] = [];
    const { stream } = await interrupt(as, (hide) => ({ onItem: (item: unknown) => (items.push(item), hide()) }));
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: ['a', 'b', 'c'] });
    expect(items).toEqual(['a', 'b', 'c']);
  });
});

const textOf = (raw: unknown) => {
  if (typeof raw !== 'string') return (raw as { data: string }).data;
  return raw.startsWith('"') ? JSON.parse(raw) : raw;
};

describe('a chunk that is published as it arrives', () => {
  it('continues after the item whose publication interrupts it', async () => {
    const { mock, clock, stream } = setUpResumable({}, { as: 'lines', throttle: 'none' });
    const detach = stream.attach('passive');
    await clock.advanceAsync(0);
    const unsubscribe = stream.subscribe(() => {
      if (stream.getSnapshot().count === 2) detach();
    });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\nc\n');
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: ['a', 'b'] });
    unsubscribe();
    stream.attach('passive');
    await clock.advanceAsync(0);
    const get = await mock.nextRequest();
    expect(get.url).toBe('/chat/a1?from=4');
    get.text('c\n').end();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: ['a', 'b', 'c'] });
  });
});

describe('an answer that continues after it was hidden', () => {
  /** Hides a stream that has received this, and shows it again. */
  const hideAfter = async (body: string, options: object) => {
    const setup = setUpResumable({}, options);
    const { mock, clock, stream } = setup;
    const detach = stream.attach('passive');
    await clock.advanceAsync(0);
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text(body);
    await clock.advanceAsync(0);
    detach();
    stream.attach('passive');
    await clock.advanceAsync(0);
    return { ...setup, get: await mock.nextRequest() };
  };

  it('keeps its response and its progress while it connects', async () => {
    const { stream } = await hideAfter('a\nb', { as: 'lines' });
    expect(stream.getSnapshot()).toMatchObject({
      status: 'connecting',
      data: ['a'],
      response: { status: 200 },
      progress: { loaded: 3 },
    });
    stream.stop();
  });

  it('names the request that is under way in its errors', async () => {
    const { clock, stream, get } = await hideAfter('1\n', { as: 'json-lines' });
    get.text('no JSON\n');
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({
      status: 'error',
      error: { code: 'parse', url: '/chat/a1?from=2', method: 'GET', attempt: 1 },
    });
  });

  it('keeps an end mark that came before', async () => {
    const requireUntil = (line: string) => (line === 'last' ? true : undefined);
    const { clock, stream, get } = await hideAfter('last\n', { as: 'lines', requireUntil });
    get.respond().end();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: ['last'] });
  });

  it('names the request that is under way in its errors after a break, too', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({}, { as: 'json-lines' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('1\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('no JSON\n');
    expect(await end).toMatchObject({ error: { code: 'parse', url: '/chat/a1?from=2', method: 'GET', attempt: 2 } });
  });
});
