import { describe, expect, it } from 'vitest';
import { answerHead, setUpResumable } from '../../support/setUpResumable.ts';

const fromStart = { from: 'start', request: ({ id }: { id: string }) => `/chat/${id}` } as const;

describe('a server that sends the answer from the start again', () => {
  it.each(['frame', 'none'] as const)('never shows less than before, with the throttle %s', async (throttle) => {
    const { mock, clock, stream, shown, callbacks, waitForRetry } = setUpResumable(fromStart, { throttle });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('Hel').text('lo ').drop();
    await waitForRetry();
    const get = await mock.nextRequest();
    for (const character of 'Hello you') {
      get.text(character);
      await clock.advanceAsync(20);
      expect(stream.getSnapshot().status).toBe('streaming');
    }
    get.end();
    expect(await end).toMatchObject({ status: 'done', data: 'Hello you' });
    expect(shown).toEqual(shown.toSorted((a, b) => String(a).length - String(b).length));
    expect(callbacks.onItem.mock.calls.map(([text]) => text)).toEqual(['Hel', 'lo ', 'y', 'o', 'u']);
    expect(stream.getSnapshot()).toMatchObject({ progress: { loaded: 9 } });
  });

  it('calls back only the rest of a chunk that begins before the position', async () => {
    const { mock, stream, callbacks, waitForRetry } = setUpResumable(fromStart);
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('Hel').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('Hello').end();
    expect(await end).toMatchObject({ data: 'Hello' });
    expect(callbacks.onItem.mock.calls.map(([text]) => text)).toEqual(['Hel', 'lo']);
  });

  it('shows the new data once it has as many items, even if they differ', async () => {
    const { mock, clock, stream, shown, waitForRetry } = setUpResumable(fromStart, { as: 'lines' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\n').drop();
    await waitForRetry();
    const get = (await mock.nextRequest()).text('A\n');
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot()).toMatchObject({ data: ['a', 'b'], count: 2 });
    get.text('B\nC\n').end();
    expect(await end).toMatchObject({ data: ['A', 'B', 'C'] });
    expect(shown.at(-1)).toEqual(['A', 'B', 'C']);
  });

  it('shows the new data at the end, even if it is shorter', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(fromStart, { as: 'lines' });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('A\n').end();
    expect(await end).toMatchObject({ status: 'done', data: ['A'] });
    expect(stream.getSnapshot()).toMatchObject({ data: ['A'], count: 1 });
  });

  it('keeps what is shown if it breaks again, is stopped, or has nothing left', async () => {
    const { mock, clock, stream, callbacks, waitForRetry } = setUpResumable(fromStart, { as: 'lines' });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('a\n').drop();
    await waitForRetry();
    const third = (await mock.nextRequest()).text('a\n');
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: ['a', 'b'] });
    third.drop();
    await waitForRetry();
    (await mock.nextRequest()).respond({ status: 204 });
    await clock.advanceAsync(0);
    expect(stream.getSnapshot()).toMatchObject({ status: 'done', data: ['a', 'b'], count: 2 });
    expect(callbacks.onEnd.mock.calls).toEqual([[['a', 'b']]]);
    expect(callbacks.onItem).toHaveBeenCalledTimes(2);

    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('c\nd\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('c\n');
    await clock.advanceFrameAsync();
    const { data } = stream.getSnapshot();
    stream.stop();
    expect(await end).toMatchObject({ status: 'stopped', data: ['c', 'd'] });
    expect(stream.getSnapshot().data).toBe(data);
    stream.reset();
    expect(stream.getSnapshot()).toMatchObject({ status: 'idle', data: [], count: 0 });
  });

  it('needs its end mark again, even if the mark came before the break', async () => {
    const requireUntil = (line: string) => line === 'END' || undefined;
    const { mock, stream, waitForRetry } = setUpResumable(fromStart, { as: 'lines', requireUntil });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\nEND\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('a\n').end();
    await waitForRetry();
    expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: ['a', 'b', 'END'] });
    (await mock.nextRequest()).text('a\nb\nEND\n').end();
    expect(await end).toMatchObject({ status: 'done', data: ['a', 'b', 'END'] });
  });

  it('keeps the data of the run before until an item is shown', async () => {
    const select = (line: string) => (line.startsWith('-') ? undefined : line);
    const { mock, clock, stream, waitForRetry } = setUpResumable(fromStart, {
      as: 'lines',
      keepPrevious: true,
      select,
    });
    const first = stream.start();
    (await mock.nextRequest()).respond().text('old\n').end();
    await first;
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('-hidden\n').drop();
    await waitForRetry();
    const get = (await mock.nextRequest()).text('-hidden\n');
    await clock.advanceFrameAsync();
    expect(stream.getSnapshot()).toMatchObject({ data: ['old'], isPrevious: true });
    get.text('new\n').end();
    expect(await end).toMatchObject({ status: 'done', data: ['new'] });
    expect(stream.getSnapshot()).toMatchObject({ data: ['new'], isPrevious: false, count: 1 });
  });

  it('leaves what was shown to the next run if it is stopped, with keepPrevious', async () => {
    const { mock, clock, stream, waitForRetry } = setUpResumable(fromStart, { as: 'lines', keepPrevious: true });
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('a\n');
    await clock.advanceFrameAsync();
    stream.stop();
    void stream.start();
    expect(stream.getSnapshot()).toMatchObject({ status: 'connecting', data: ['a', 'b'], isPrevious: true });
    stream.stop();
  });

  it('ends where `until` matches', async () => {
    const { mock, stream, waitForRetry } = setUpResumable(fromStart, {
      as: 'lines',
      until: (line: string) => line === 'END',
    });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('a\nb\nc\n').drop();
    await waitForRetry();
    (await mock.nextRequest()).text('abc\nEND\n');
    expect(await end).toMatchObject({ status: 'done', data: ['abc'] });
  });

  it('counts attempts while nothing new comes, however much comes again', async () => {
    const { mock, stream, waitForRetry } = setUpResumable({ ...fromStart, retry: { maxAttempts: 2 } });
    const end = stream.start();
    (await mock.nextRequest()).respond(answerHead).text('abc').drop();
    for (let i = 0; i < 2; i++) {
      await waitForRetry();
      (await mock.nextRequest()).text('abc').drop();
    }
    expect(await end).toMatchObject({ status: 'error', data: 'abc', error: { code: 'network' } });
  });
});
