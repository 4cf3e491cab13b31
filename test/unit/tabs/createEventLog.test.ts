import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestListener } from '../../../src/core/request/RequestPlan.ts';
import type { StartRequestOptions } from '../../../src/core/request/startRequest.ts';
import { createEventLog } from '../../../src/tabs/createEventLog.ts';
import { packItem, textsPerItem, unpackItems } from '../../../src/tabs/packItems.ts';

let told: string[];
let lastEventId: string;
let fetched: RequestListener | undefined;

beforeEach(() => {
  told = [];
  lastEventId = '';
  fetched = undefined;
});

/** Packs events with IDs, such as `e7`, without IDs, such as `-x`, and comments, such as `:x`. */
const pack = (...names: string[]) => {
  const items: string[] = [];
  let id = '';
  for (const name of names) {
    if (name.startsWith('e')) id = name.slice(1);
    const isComment = name.startsWith(':');
    packItem(items, { type: isComment ? '' : 'message', data: name, lastEventId: isComment ? '' : id });
  }
  return items;
};

function setUp() {
  const ask = vi.fn<(from: number) => void>();
  const stopFetch = vi.fn<() => void>();
  const listener: RequestListener = {
    onResponse: () => {},
    onRetry: () => {},
    onEnd: () => {},
    onItem: (_raw, event) => told.push(event!.data),
    onComment: (comment) => told.push(comment),
    onLastEventId: (id) => {
      lastEventId = id;
    },
  };
  const request = { listener, plan: () => ({ lastEventId: () => lastEventId }) } as unknown as StartRequestOptions;
  const fetchAlone = (own: RequestListener) => {
    fetched = own;
    return stopFetch;
  };
  return { ask, stopFetch, log: createEventLog({ request, ask, fetchAlone }) };
}

/** A batch of items, which end with the event of this ID. */
const batch = (from: number, id: string, ...names: string[]) => ({ from, items: pack(...names), lastEventId: id });

const deliver = (id: string) => {
  fetched!.onLastEventId?.(id);
  const event = { type: 'message', data: `e${id}`, lastEventId: id };
  fetched!.onItem(event, event);
};

describe('createEventLog', () => {
  it('begins at the position of the leader, and tells events and comments in order', () => {
    const { log } = setUp();
    log.receive(batch(100, '5'), true);
    expect(lastEventId).toBe('5');
    log.receive(batch(100, '7', 'e6', ':ping', 'e7'), false);
    log.receive(batch(103, '8'), false);
    expect(told).toEqual(['e6', ':ping', 'e7']);
    expect(lastEventId).toBe('8');
    expect(log.next()).toBe(103);
  });

  it('drops what a new leader brings again', () => {
    const { log } = setUp();
    log.receive(batch(10, '0'), true);
    log.receive(batch(10, '4', 'e1', 'e2', 'e3', 'e4'), false);
    log.receive(batch(12, '2'), true);
    log.receive(batch(12, '3', 'e3'), false);
    log.receive(batch(13, '6', 'e4', 'e5', 'e6'), false);
    expect(told).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6']);
  });

  it('finds its place by the ID if the server does not repeat everything', () => {
    const { log } = setUp();
    log.receive(batch(10, '0'), true);
    log.receive(batch(10, '3', 'e1', 'e2', ':ping', '-x', 'e3'), false);
    log.receive(batch(11, '1'), true);
    log.receive(batch(11, '4', 'e2', 'e3', 'e4'), false);
    log.receive(batch(14, '5', 'e5'), false);
    expect(told).toEqual(['e1', 'e2', ':ping', '-x', 'e3', 'e4', 'e5']);
  });

  it('drops nothing of a new leader without IDs, because nothing tells what it repeats', () => {
    const { log } = setUp();
    log.receive(batch(10, ''), true);
    log.receive(batch(10, '', '-a', '-b', '-c'), false);
    log.receive(batch(11, ''), true);
    log.receive(batch(11, '', '-d'), false);
    expect(told).toEqual(['-a', '-b', '-c', '-d']);
  });

  it('asks once for what it lacks, and tells later events after the answer', () => {
    const { log, ask } = setUp();
    log.receive(batch(10, ''), true);
    log.receive(batch(10, '', '-a'), false);
    log.receive(batch(13, '', '-d'), false);
    log.receive(batch(14, '', '-e'), false);
    expect(ask.mock.calls).toEqual([[11]]);
    log.receive({ ...batch(11, '', '-b', '-c', '-d', '-e'), need: 11 }, false);
    log.receive(batch(15, '', '-f'), false);
    expect(told).toEqual(['-a', '-b', '-c', '-d', '-e', '-f']);
  });

  it('asks a new leader again', () => {
    const { log, ask } = setUp();
    log.receive(batch(10, ''), true);
    log.receive(batch(12, '', '-c'), false);
    log.receive(batch(13, ''), true);
    expect(ask.mock.calls).toEqual([[10], [10]]);
  });

  it('fetches what nobody has any more, up to the first event that it has received', () => {
    const { log, stopFetch } = setUp();
    log.receive(batch(10, '1'), true);
    log.receive(batch(900, '902', 'e901', 'e902'), false);
    log.receive({ ...batch(902, '902'), need: 10 }, false);
    deliver('2');
    log.receive(batch(902, '903', 'e903'), false);
    expect(told).toEqual(['e2']);
    deliver('901');
    expect(stopFetch).toHaveBeenCalledOnce();
    expect(told).toEqual(['e2', 'e901', 'e902', 'e903']);
    expect(log.next()).toBe(903);
  });

  it('continues with the events that it holds if there are no IDs, or if the fetch ends', () => {
    const { log } = setUp();
    log.receive(batch(10, ''), true);
    log.receive(batch(20, '', '-x'), false);
    log.receive({ ...batch(21, ''), need: 10 }, false);
    expect(fetched).toBeUndefined();
    expect(told).toEqual(['-x']);
    log.receive(batch(21, '7', 'e7'), false);
    log.receive(batch(30, '16', 'e16'), false);
    log.receive({ ...batch(31, '16'), need: 22 }, false);
    fetched!.onEnd('no-content');
    expect(told).toEqual(['-x', 'e7', 'e16']);
  });

  it('continues after an ID that it has from before', () => {
    const { log } = setUp();
    lastEventId = '3';
    log.receive(batch(50, '5'), true);
    log.receive(batch(50, '6', 'e6'), false);
    deliver('4');
    deliver('5');
    expect(told).toEqual(['e4', 'e5', 'e6']);
  });

  it('ends its fetch as soon as a leader that was behind it has caught up', () => {
    const { log, stopFetch } = setUp();
    lastEventId = '9';
    log.receive(batch(100, '5'), true);
    log.receive(batch(100, '8', 'e6', 'e7', 'e8'), false);
    // The fetched event is faster than the leader's message.
    deliver('10');
    expect(stopFetch).not.toHaveBeenCalled();
    log.receive(batch(103, '11', 'e9', 'e10', 'e11'), false);
    expect(stopFetch).toHaveBeenCalledTimes(1);
    expect(told).toEqual(['e10', 'e11']);
    log.receive(batch(106, '12', 'e12'), false);
    expect(told).toEqual(['e10', 'e11', 'e12']);
  });

  it('ends its fetch if the stream has no IDs after all', () => {
    const { log, stopFetch } = setUp();
    lastEventId = 'earlier';
    log.receive(batch(50, ''), true);
    log.receive(batch(50, '', '-a'), false);
    expect(stopFetch).toHaveBeenCalledOnce();
    expect(told).toEqual(['-a']);
  });

  it('keeps at least the latest 256 items for others', () => {
    const { log } = setUp();
    const start = log.next();
    for (let count = 0; count < 1000; count += 1) log.add(pack(`e${count}`));
    log.add(pack(...Array.from({ length: 1000 }, (_, index) => `e${1000 + index}`)));
    expect(log.next()).toBe(start + 2000);
    expect(log.since(start + 1744).items).toHaveLength(textsPerItem * 256);
    expect(log.since(start + 1744).items.slice(0, textsPerItem)).toEqual(pack('e1744'));
    expect(log.since(start)).toEqual({ from: start + 2000, items: [] });
    expect(log.since(start + 2000)).toEqual({ from: start + 2000, items: [] });
  });

  it('does not know its position any more if it stops while it lacks events', () => {
    const { log } = setUp();
    log.receive(batch(10, '1'), true);
    log.receive(batch(20, '12', 'e12'), false);
    log.stop();
    expect(log.next()).toBeGreaterThan(1_000_000);
  });
});

it('packs and unpacks events of any type, and comments', () => {
  const items = [
    { type: 'message', data: 'a\nb', lastEventId: '1' },
    { type: 'message', data: '', lastEventId: '' },
    { type: 'price', data: 'c', lastEventId: 'id 2' },
    { type: 'price', data: 'd', lastEventId: '' },
    { type: '', data: 'a comment', lastEventId: '' },
  ];
  const packed: string[] = [];
  for (const item of items) packItem(packed, item);
  expect(unpackItems(packed)).toEqual(items);
});
