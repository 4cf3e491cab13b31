import {
  blocks,
  concat,
  createEventSource,
  createFetchStream,
  latest,
  list,
  reduce,
  type Accumulator,
} from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

afterEach(() => void vi.unstubAllGlobals());

/** Restores `initialData`, receives `a` and `b`, and gives the data before, meanwhile and in the end. */
async function receive<Data>(accumulate: Accumulator<string, Data>, initialData: Data) {
  const mock = createMockStream();
  const stream = createFetchStream('/x', { as: 'lines', fetch: mock.fetch, accumulate, initialData });
  const before = stream.getSnapshot();
  const end = stream.start();
  const connecting = stream.getSnapshot();
  (await mock.nextRequest()).text('a\nb\n').end();
  return { before, connecting, after: await end, snapshot: stream.getSnapshot() };
}

describe('initialData', () => {
  it.each([
    ['list', list<string>(), ['x'], ['x', 'a', 'b']],
    ['a limited list', list<string>({ limit: 2 }), ['x', 'y'], ['a', 'b']],
    ['concat', concat(), 'x', 'xab'],
    ['latest', latest<string>(), 'x', 'b'],
    ['reduce', reduce((sum: number, text: string) => sum + text.length, 0), 5, 7],
  ] as const)('is what %s starts from', async (_, accumulate, initial, result) => {
    const run = await receive<unknown>(accumulate as Accumulator<string, unknown>, initial);
    expect(run.before).toMatchObject({ status: 'idle', data: initial, count: 0, isPrevious: false });
    expect(run.connecting).toMatchObject({ status: 'connecting', data: initial });
    expect(run.after).toEqual({ status: 'done', data: result, error: undefined });
    expect(run.snapshot).toMatchObject({ data: result, count: 2 });
  });

  it('is what blocks starts from, and cuts its text as if it had been streamed', async () => {
    const first = await receive(blocks(), { text: 'One.\n\nTwo', blocks: ['One.\n\n'], tail: 'Two' });
    expect(first.before.data).toEqual({ text: 'One.\n\nTwo', blocks: ['One.\n\n'], tail: 'Two' });
    expect(first.after.data).toEqual({ text: 'One.\n\nTwoab', blocks: ['One.\n\n'], tail: 'Twoab' });
  });

  it('shows no more than the limit of a list', () => {
    const stream = createFetchStream('/x', {
      as: 'lines',
      accumulate: list({ limit: 2 }),
      initialData: ['a', 'b', 'c'],
    });
    expect(stream.getSnapshot().data).toEqual(['b', 'c']);
  });

  it('is not changed by what follows', async () => {
    const initial = ['x'];
    await receive(list<string>(), initial);
    expect(initial).toEqual(['x']);
  });

  it('is shown until the first item if the accumulator cannot restore it', async () => {
    const own: Accumulator<string, string> = {
      create: () => ({ text: '' }),
      add: (state, item) => void ((state as { text: string }).text += item),
      snapshot: (state) => (state as { text: string }).text,
    };
    const run = await receive(own, 'saved');
    expect(run.connecting.data).toBe('saved');
    expect(run.after.data).toBe('ab');
  });

  it('is left out and reported if the accumulator throws', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const run = await receive(list<string>(), 7 as never);
    expect(report).toHaveBeenCalled();
    expect(run.before.data).toEqual([]);
    expect(run.after.data).toEqual(['a', 'b']);
  });

  it('is what each run starts from, and what `reset` returns to', async () => {
    const mock = createMockStream({ answer: { body: 'new' } });
    const stream = createFetchStream('/x', { fetch: mock.fetch, initialData: 'old ' });
    expect(await stream.start()).toMatchObject({ data: 'old new' });
    expect(await stream.start()).toMatchObject({ data: 'old new' });
    stream.reset();
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: 'old ' });
    stream.update({ initialData: undefined });
    expect(await stream.start()).toMatchObject({ data: 'new' });
  });

  it('continues an event source together with initialLastEventId, and `clear` empties it', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const source = createEventSource('/feed', {
      fetch: mock.fetch,
      clock,
      accumulate: list(),
      initialData: ['a', 'b'],
      initialLastEventId: '2',
    });
    expect(source.getSnapshot()).toMatchObject({ status: 'idle', data: ['a', 'b'], lastEventId: '2', count: 0 });
    source.open();
    const request = await mock.nextRequest();
    expect(request.headers.get('last-event-id')).toBe('2');
    request.respond(eventStream);
    request.event({ id: '3', data: 'c' });
    await clock.advanceFrameAsync();
    expect(source.getSnapshot()).toMatchObject({ data: ['a', 'b', 'c'], count: 1 });
    source.clear();
    expect(source.getSnapshot()).toMatchObject({ data: [], count: 0, lastEventId: '3' });
    source.close();
  });
});

describe('keepPrevious', () => {
  it('shows the data of the run before until the first item of the next', async () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const onEnd = vi.fn();
    const stream = createFetchStream('/x', { fetch: mock.fetch, clock, keepPrevious: true, onEnd });
    const shown: unknown[] = [];
    stream.subscribe(() => {
      const { status, data, isPrevious } = stream.getSnapshot();
      shown.push([status, data, isPrevious]);
    });
    const first = stream.start();
    (await mock.nextRequest()).text('old').end();
    await first;
    const second = stream.start();
    const request = await mock.nextRequest();
    request.respond();
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: 'old', isPrevious: true, count: 0 });
    request.text('new').end();
    expect(await second).toMatchObject({ status: 'done', data: 'new' });
    expect(shown).toEqual([
      ['connecting', '', false],
      ['streaming', '', false],
      ['streaming', 'old', false],
      ['done', 'old', false],
      ['connecting', 'old', true],
      ['streaming', 'old', true],
      ['streaming', 'new', false],
      ['done', 'new', false],
    ]);
    expect(onEnd.mock.calls).toEqual([['old'], ['new']]);
  });

  it('keeps the identity of the data', async () => {
    const mock = createMockStream({ answer: { body: 'a\n' } });
    const stream = createFetchStream('/x', { as: 'lines', fetch: mock.fetch, keepPrevious: true });
    await stream.start();
    const { data } = stream.getSnapshot();
    void stream.start();
    expect(stream.getSnapshot().data).toBe(data);
    stream.stop();
  });

  it('stays while a run fails or is stopped, whose own data is empty', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/x', { fetch: mock.fetch, keepPrevious: true });
    mock.answer({ body: 'old' }, { status: 500, body: '' });
    await stream.start();
    expect(await stream.start()).toMatchObject({ status: 'error', data: '' });
    expect(stream.getSnapshot()).toMatchObject({ status: 'error', data: 'old', isPrevious: true });
    const stopped = stream.start();
    stream.stop();
    expect(await stopped).toMatchObject({ status: 'stopped', data: '' });
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped', data: 'old', isPrevious: true });
  });

  it('ends with a run that ends normally without an item', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/search', { as: 'json-lines', fetch: mock.fetch, keepPrevious: true });
    mock.answer({ body: '{"id":1}\n' }, { body: '' });
    await stream.start();
    expect(await stream.start()).toMatchObject({ status: 'done', data: [] });
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: [], isPrevious: false });
  });

  it('ends with `reset`', async () => {
    const mock = createMockStream({ answer: { body: 'old' } });
    const stream = createFetchStream('/x', { fetch: mock.fetch, keepPrevious: true });
    await stream.start();
    void stream.start();
    stream.reset();
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: '', isPrevious: false });
  });

  it('does nothing unless it is set', async () => {
    const mock = createMockStream();
    const stream = createFetchStream('/x', { fetch: mock.fetch });
    mock.answer({ body: 'old' });
    await stream.start();
    void stream.start();
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: '', isPrevious: false });
    stream.stop();
  });
});
