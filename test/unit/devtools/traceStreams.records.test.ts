import { createEventSource, createFetchStream, createTypewriter } from 'react-streamed/core';
import { traceStreams } from 'react-streamed/devtools';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';
import { recordStreams } from '../../support/recordStreams.ts';

function openTraced() {
  const clock = createManualClock();
  const mock = createMockStream();
  const traced = recordStreams(clock);
  const source = createEventSource('/feed', {
    fetch: mock.fetch,
    clock,
    key: 'news',
    reconnect: { jitter: false },
  });
  source.open();
  return { ...traced, clock, mock, source };
}

const feed = { url: '/feed', method: 'GET', key: 'news' };

describe('the records of a stream', () => {
  it('follow it from its first request over a wait to its end', async () => {
    const { records, clock, mock, source } = openTraced();
    expect(records).toEqual([{ ...feed, type: 'sent', attempt: 1, start: 0, end: 0, lastEventId: '' }]);

    await clock.advanceAsync(30);
    const first = (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(20);
    expect(records.slice(1)).toEqual([{ ...feed, type: 'response', attempt: 1, start: 0, end: 30, status: 200 }]);

    first.text('id: 7\ndata: one\n\ndata: two\n\n');
    await clock.advanceAsync(50);
    expect(records.slice(2)).toEqual([{ ...feed, type: 'snapshot', start: 50, end: 50, items: 2 }]);

    first.drop();
    await clock.advanceAsync(0);
    expect(records.slice(3)).toEqual([
      {
        ...feed,
        type: 'end',
        attempt: 1,
        start: 30,
        end: 100,
        outcome: 'retry',
        status: 200,
        error: expect.objectContaining({ code: 'network' }),
        delay: 1000,
        sentAt: 0,
        firstItemAt: 50,
        items: 2,
      },
    ]);

    await clock.advanceAsync(1000);
    expect(records.slice(4)).toEqual([
      { ...feed, type: 'wait', attempt: 1, start: 100, end: 1100, outcome: 'retry', delay: 1000 },
      { ...feed, type: 'sent', attempt: 2, start: 1100, end: 1100, lastEventId: '7' },
    ]);

    source.close();
    await clock.advanceAsync(0);
    expect(records.slice(6)).toEqual([
      expect.objectContaining({ type: 'end', attempt: 2, outcome: 'closed', items: 0 }),
    ]);
  });

  it('end a wait when the stream is closed meanwhile', async () => {
    const { records, clock, mock, source } = openTraced();
    (await mock.nextRequest()).drop();
    await clock.advanceAsync(400);
    source.close();
    expect(records.at(-1)).toEqual({
      ...feed,
      type: 'wait',
      attempt: 1,
      start: 0,
      end: 400,
      outcome: 'closed',
      delay: 1000,
    });
  });

  it('say how an attempt ended', async () => {
    const clock = createManualClock();
    const mock = createMockStream();
    const { records } = recordStreams(clock);
    const play = async (script: () => Promise<unknown>) => {
      const stream = createFetchStream('/answer', { fetch: mock.fetch, clock });
      void stream.start();
      await script();
      await clock.advanceAsync(0);
      const last = records.findLast(({ type }) => type === 'end');
      return last?.type === 'end' && [last.outcome, last.status, last.error?.code];
    };
    expect(await play(async () => (await mock.nextRequest()).respond().text('Hi').end())).toEqual([
      'complete',
      200,
      undefined,
    ]);
    expect(await play(async () => (await mock.nextRequest()).respond({ status: 401 }).end())).toEqual([
      'failed',
      undefined,
      'http',
    ]);
    expect(await play(async () => (await mock.nextRequest()).respond().text('Hi').drop())).toEqual([
      'failed',
      200,
      'network',
    ]);
  });

  it('count what arrives between two snapshots, from the first arrival on', async () => {
    const { records, clock, mock } = openTraced();
    const request = (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    request.event('one');
    await clock.advanceAsync(2);
    request.event('two');
    await clock.advanceAsync(3);
    request.event('three');
    await clock.advanceFrameAsync();
    const snapshots = records.filter(({ type }) => type === 'snapshot');
    expect(snapshots).toEqual([
      { ...feed, type: 'snapshot', start: 0, end: 0, items: 1 },
      { ...feed, type: 'snapshot', start: 2, end: expect.closeTo(1000 / 60), items: 2 },
    ]);
  });

  it('count the items of a new run from its start, while the data of the run before is shown', async () => {
    const clock = createManualClock();
    const mock = createMockStream();
    const { records } = recordStreams(clock);
    const stream = createFetchStream('/log', { as: 'lines', keepPrevious: true, fetch: mock.fetch, clock });
    const play = async (lines: string) => {
      void stream.start();
      (await mock.nextRequest()).respond().text(lines).end();
      await clock.advanceAsync(0);
    };
    await play('one\ntwo\n');
    await play('one\ntwo\nthree\n');
    const items = records.flatMap((record) => (record.type === 'snapshot' ? record.items : []));
    expect(items.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('say how far a typewriter is behind its text', () => {
    const clock = createManualClock();
    const { records } = recordStreams(clock);
    const typewriter = createTypewriter({ clock, graphemesPerSecond: 60, initial: 'type' });
    typewriter.subscribe(() => {});
    typewriter.append('abc');
    clock.advanceFrame(4);
    const typing = records.filter((record) => record.type === 'typing');
    expect(typing.map(({ lag, waiting }) => [Math.round(lag), waiting])).toEqual([
      [17, 2],
      [33, 1],
      [50, 0],
    ]);
    expect(typing.every(({ start, end }) => end > start)).toBe(true);
    typewriter.dispose();
  });
});

describe('traceStreams', () => {
  it('records nothing more once it is stopped', async () => {
    const { records, stop, clock, mock } = openTraced();
    (await mock.nextRequest()).respond(eventStream).event('one');
    await clock.advanceAsync(0);
    stop();
    const before = records.length;
    createEventSource('/feed', { fetch: mock.fetch, clock }).open();
    createTypewriter({ clock }).append('text');
    await clock.advanceAsync(1000);
    expect(records).toHaveLength(before);
  });

  it('gives each of two readers every record, and continues for the one that stays', async () => {
    const { records, spans, stop, clock, mock } = openTraced();
    const other = recordStreams(clock);
    (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    expect(records.map(({ type }) => type)).toEqual(['sent', 'response']);
    expect(other.records.map(({ type }) => type)).toEqual(['response']);
    // Drawn once, by the latest `console.timeStamp`.
    expect([spans, other.spans].flat()).toHaveLength(1);
    stop();
    mock.requests[0]!.event('one');
    await clock.advanceAsync(0);
    expect(records).toHaveLength(2);
    expect(other.records.at(-1)).toMatchObject({ type: 'snapshot', items: 1 });
  });

  it('continues, and so does the stream, when a reader throws', async () => {
    const clock = createManualClock();
    const mock = createMockStream();
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const stop = traceStreams({
      onRecord: () => {
        throw new Error('a reader failed');
      },
    });
    const source = createEventSource('/feed', { fetch: mock.fetch, clock });
    source.open();
    (await mock.nextRequest()).respond(eventStream).event('one');
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'one' });
    expect(reported).toHaveBeenCalled();
    source.close();
    stop();
    vi.restoreAllMocks();
  });

  it('draws a span for each record but the sending, without the query of the URL', async () => {
    const clock = createManualClock();
    const mock = createMockStream();
    const { spans } = recordStreams(clock);
    const source = createEventSource('/feed?token=secret', { fetch: mock.fetch, clock, reconnect: { jitter: false } });
    source.open();
    await clock.advanceAsync(30);
    const request = (await mock.nextRequest()).respond(eventStream).text('data: one\n\ndata: two\n\n');
    await clock.advanceAsync(20);
    request.drop();
    await clock.advanceAsync(1000);
    expect(spans).toEqual([
      ['GET /feed: 200', 0, 30, 'Attempts', 'react-streamed', 'primary-light'],
      ['GET /feed: 2 items', 30, 30, 'Items', 'react-streamed', 'tertiary-light'],
      ['GET /feed: network', 30, 50, 'Attempts', 'react-streamed', 'error'],
      ['GET /feed: 1000 ms', 50, 1050, 'Waits', 'react-streamed', 'secondary-light'],
    ]);
    source.close();
  });

  it('draws what a url function answers without a request', async () => {
    const clock = createManualClock();
    const { records, spans } = recordStreams(clock);
    async function* words() {
      yield 'one';
      yield 'two';
    }
    const stream = createFetchStream(() => words(), { clock });
    const result = stream.start();
    await clock.advanceAsync(0);
    expect(await result).toMatchObject({ status: 'done' });
    expect(records).toContainEqual(expect.objectContaining({ type: 'end', url: '', outcome: 'complete', items: 2 }));
    expect(spans.map(([label]) => label)).toContain('A stream without a URL: 2 items');
  });

  it('works on a platform whose console draws nothing', async () => {
    const { clock, mock, records } = openTraced();
    Reflect.deleteProperty(console, 'timeStamp');
    (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    expect(records.at(-1)).toMatchObject({ type: 'response' });
  });
});
