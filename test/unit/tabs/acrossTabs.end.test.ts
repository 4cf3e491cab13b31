import { createManualClock } from 'react-streamed/testing';
import { acrossTabs } from 'react-streamed/tabs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RequestListener } from '../../../src/core/request/RequestPlan.ts';
import type { SharedRun, SharingTools } from '../../../src/core/request/Sharing.ts';
import type { StartRequestOptions } from '../../../src/core/request/startRequest.ts';

type Granted = () => Promise<void> | undefined;

let channels: FakeChannel[];
let posted: { from: FakeChannel; data: unknown }[];
/** The requests that were sent, by whom they report to. */
let sent: RequestListener[];
/** The functions that leave the pages of the tabs. */
let leavePage: (() => void)[];

/** A channel whose messages wait for `deliver`, because a browser passes them on in another process. */
class FakeChannel extends EventTarget {
  constructor() {
    super();
    channels.push(this);
  }
  postMessage(data: unknown) {
    posted.push({ from: this, data: structuredClone(data) });
  }
  close() {
    channels = channels.filter((channel) => channel !== this);
  }
}

function deliver() {
  for (const { from, data } of posted.splice(0)) {
    for (const channel of channels) {
      if (channel !== from) channel.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
}

/** Grants one lock at a time, in order. */
function createLocks() {
  let last = Promise.resolve();
  return {
    request: (_name: string, _options: LockOptions, onGranted: Granted) => {
      last = last.then(onGranted);
      return last;
    },
  };
}

/** Waits until nothing is under way except messages. */
async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until nothing is under way: a tab that is granted the lock waits first until a message has come back to it. */
async function settleAll() {
  await settle();
  deliver();
  await settle();
}

beforeEach(() => {
  channels = [];
  posted = [];
  sent = [];
  leavePage = [];
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => {
    if (type === 'pagehide') leavePage.push(listener);
  });
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks: createLocks() });
});

afterEach(() => vi.unstubAllGlobals());

interface OpenedTab {
  readonly run: SharedRun;
  /** What its stream was told. */
  readonly told: string[];
  onItem: () => void;
}

function openTab(): OpenedTab {
  const told: string[] = [];
  const listener: RequestListener = {
    onConnecting: () => told.push('connecting'),
    onResponse: () => told.push('response'),
    onRetry: () => told.push('retry'),
    onItem: () => {
      told.push('item');
      tab.onItem();
    },
    onEnd: (reason) => told.push(reason),
  };
  const plan = () => ({ policy: () => true, lastEventId: () => '', source: () => ({}) });
  const request = { clock: createManualClock(), plan, listener, memory: {} } as unknown as StartRequestOptions;
  const send = (own: StartRequestOptions) => {
    sent.push(own.listener);
    return () => {};
  };
  const run = acrossTabs('feed').start(request, { send, createError: vi.fn<SharingTools['createError']>() })!;
  const tab: OpenedTab = { told, run, onItem: () => {} };
  return tab;
}

it('no tab repeats a request that has ended, even if it gets the lock sooner than the message', async () => {
  const leader = openTab();
  const follower = openTab();
  await settleAll();
  expect(sent).toHaveLength(1);

  sent[0]!.onEnd('no-content');
  leader.run.stop();
  await settle();
  expect(sent).toHaveLength(1);

  await settleAll();
  expect(follower.told.at(-1)).toBe('no-content');
  expect(sent).toHaveLength(1);
  expect(channels).toEqual([]);
});

it('passes the lead on only after the events that made the leader leave, such as an end mark', async () => {
  const leader = openTab();
  const follower = openTab();
  await settleAll();
  sent[0]!.onResponse(new Response(), { url: '', method: 'GET', attempt: 1 });

  sent[0]!.onChunk?.(new Uint8Array());
  sent[0]!.onItem('', { type: 'end', data: '', lastEventId: '' });
  leader.run.stop();
  // The browser is slow with what the leader has posted.
  const late = posted.splice(0);
  await settleAll();
  await settleAll();
  expect(sent).toHaveLength(1);

  // The follower closes its stream at the same end mark.
  follower.onItem = () => follower.run.stop();
  posted.unshift(...late);
  await settleAll();
  expect(follower.told).toContain('item');
  expect(sent).toHaveLength(1);
  expect(channels).toEqual([]);
});

it('hears what a leader has posted before its page was left, before it leads', async () => {
  openTab();
  const follower = openTab();
  follower.onItem = () => follower.run.stop();
  await settleAll();
  sent[0]!.onResponse(new Response(), { url: '', method: 'GET', attempt: 1 });

  sent[0]!.onChunk?.(new Uint8Array());
  sent[0]!.onItem('', { type: 'end', data: '', lastEventId: '' });
  leavePage[0]!();
  await settle();
  await settleAll();
  expect(follower.told).toContain('item');
  expect(sent).toHaveLength(1);
});

it('a follower leads if the component of the leader has gone', async () => {
  const leader = openTab();
  const follower = openTab();
  await settleAll();
  leader.run.stop();
  await settleAll();
  await settleAll();
  expect(sent).toHaveLength(2);
  expect(follower.told.at(-1)).toBe('connecting');
});

it('a tab that opens after the end sends its own request', async () => {
  const { run } = openTab();
  await settleAll();
  sent[0]!.onEnd('no-content');
  run.stop();
  await settleAll();

  openTab();
  await settleAll();
  expect(sent).toHaveLength(2);
});
