import { createEventSource, createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setObserver } from '../../../src/core/platform/observer.ts';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

let calls: unknown[][];

beforeEach(() => {
  calls = [];
  setObserver({
    watchAttempt: (attempt) => {
      calls.push(['attempt', (attempt as unknown as { number: number }).number]);
      return attempt;
    },
    onArrival: (stream) => calls.push(['arrival', stream]),
    onSnapshot: (stream, snapshot) => calls.push(['snapshot', stream, snapshot]),
    onCommit: () => calls.push(['commit']),
    onTyping: (_typewriter, arrived, shown) => calls.push(['typing', arrived, shown]),
  });
});

afterEach(() => setObserver(undefined));

const namesOf = () => calls.map(([name]) => name);

describe('the observer', () => {
  it('is told of each attempt, each arrival and each snapshot of a stream, with its latest options', async () => {
    const { source, mock, clock } = openEventSource({ reconnect: { jitter: false } });
    expect(namesOf()).toEqual(['attempt', 'snapshot']);
    (await mock.nextRequest()).respond(eventStream).text('data: one\n\ndata: two\n\n');
    await clock.advanceAsync(0);
    expect(namesOf().slice(2)).toEqual(['snapshot', 'arrival', 'snapshot']);
    const [, stream, snapshot] = calls.at(-1)!;
    expect(snapshot).toBe(source.getSnapshot());
    source.update({ key: 'prices' });
    expect((stream as () => object)()).toMatchObject({ url: '/feed', key: 'prices' });

    mock.requests[0]!.drop();
    await clock.advanceAsync(1000);
    expect(calls.filter(([name]) => name === 'attempt')).toEqual([
      ['attempt', 1],
      ['attempt', 2],
    ]);
    source.close();
  });

  it('is told of no attempt once the source was closed while it waited', async () => {
    const { source, mock, clock, settle } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).fail();
    await settle();
    source.close();
    await clock.advanceAsync(1000);
    expect(namesOf().filter((name) => name === 'attempt')).toHaveLength(1);
  });

  it('may watch the listener of an attempt', async () => {
    const items: unknown[] = [];
    setObserver({
      watchAttempt: (attempt) => {
        const { listener } = attempt as unknown as { listener: { onItem(raw: unknown, event: unknown): void } };
        const onItem = (raw: unknown, event: unknown) => {
          items.push(raw);
          listener.onItem(raw, event);
        };
        return { ...attempt, listener: { ...listener, onItem } };
      },
      onArrival: () => {},
      onSnapshot: () => {},
      onCommit: () => {},
      onTyping: () => {},
    });
    const { source, mock, clock } = openEventSource();
    (await mock.nextRequest()).respond(eventStream).event('one');
    await clock.advanceAsync(0);
    expect(items).toEqual([expect.objectContaining({ data: 'one' })]);
    expect(source.getSnapshot()).toMatchObject({ data: 'one', count: 1 });
    source.close();
  });

  it('is told the lengths of what has arrived at a typewriter and of what it shows', () => {
    const clock = createManualClock();
    const typewriter = createTypewriter({ clock });
    typewriter.append('Hello');
    expect(calls.at(-1)).toEqual(['typing', 5, 0]);
    typewriter.skip();
    expect(calls.at(-1)).toEqual(['typing', 5, 5]);
    typewriter.dispose();
  });

  it('is told nothing once it is removed', () => {
    setObserver(undefined);
    const source = createEventSource(null);
    source.clear();
    expect(calls).toEqual([]);
  });
});
