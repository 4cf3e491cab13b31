import { getEventListeners } from 'node:events';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { createEventStreamParser } from 'react-streamed/core';
import { sendAttempt } from '../../../src/core/request/sendAttempt.ts';
import { startRequest } from '../../../src/core/request/startRequest.ts';
import type { RequestListener, RequestPlan } from '../../../src/core/request/RequestPlan.ts';

/** What a request for events needs, with a listener that knows nothing of ids and comments. */
function setUp(policy: RequestPlan['policy'] = () => undefined) {
  const mock = createMockStream();
  const plan: RequestPlan = {
    source: () => ({ url: '/feed', fetch: mock.fetch }),
    accept: '*/*',
    lastEventId: () => '',
    judge: ({ ok }) => (ok ? 'read' : 'http'),
    createDecoder: ({ onItem, ...sink }) =>
      createEventStreamParser({ ...sink, onEvent: (event) => onItem(event.data, event) }),
    isComplete: () => true,
    policy,
  };
  const listener = { onResponse: vi.fn(), onItem: vi.fn(), onRetry: vi.fn(), onEnd: vi.fn() };
  const clock = createManualClock();
  const request = (own: RequestListener = listener) => ({ clock, plan: () => plan, listener: own, memory: {} });
  return { mock, listener, clock, request };
}

const text = ': hi\nid: 1\ndata: a\n\n: ho\nid: 2\ndata: b\n\n';

describe('an attempt', () => {
  const send = ({ request }: ReturnType<typeof setUp>, stopSignal: AbortSignal) =>
    sendAttempt({ ...request(), number: 1, previousError: undefined, stopSignal });

  it('tells how long the response was open', async () => {
    const set = setUp();
    const end = send(set, new AbortController().signal);
    const request = await set.mock.nextRequest();
    request.respond();
    await set.clock.advanceAsync(300);
    request.end();
    expect(await end).toMatchObject({ error: undefined, openFor: 300, hasDelivered: false });
  });

  it('tells that no response was open', async () => {
    const set = setUp();
    const end = send(set, new AbortController().signal);
    (await set.mock.nextRequest()).fail();
    expect(await end).toMatchObject({ error: { code: 'network' }, isTransient: true, openFor: undefined });
  });

  it('leaves no listener on the signal that stops it', async () => {
    const set = setUp();
    const { signal } = new AbortController();
    const end = send(set, signal);
    const request = await set.mock.nextRequest();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    request.respond().end();
    await end;
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('a request', () => {
  it('serves a listener that takes neither ids nor comments', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { mock, listener, clock, request } = setUp();
    startRequest(request());
    (await mock.nextRequest()).respond().text(text).end();
    await clock.advanceAsync(0);
    expect(listener.onItem.mock.calls.map(([raw]) => raw)).toEqual(['a', 'b']);
    expect(listener.onEnd.mock.calls).toEqual([['end', undefined]]);
    expect(report).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('tells its listener why it failed', async () => {
    const { mock, listener, clock, request } = setUp();
    startRequest(request());
    (await mock.nextRequest()).respond({ status: 404, body: '' });
    await clock.advanceAsync(0);
    expect(listener.onEnd.mock.calls).toMatchObject([['error', { code: 'http', status: 404 }]]);
  });

  it.each(['onItem', 'onLastEventId', 'onComment'] as const)(
    'reports nothing after %s has stopped it, though the chunk holds more',
    async (name) => {
      const { mock, clock, request } = setUp();
      const told: unknown[] = [];
      const tell = (what: string) => (value: unknown) => {
        told.push(value);
        if (what === name) stop();
      };
      const stop = startRequest(
        request({
          onResponse: () => {},
          onItem: tell('onItem'),
          onLastEventId: tell('onLastEventId'),
          onComment: tell('onComment'),
          onRetry: tell('onRetry'),
          onEnd: tell('onEnd'),
        }),
      );
      (await mock.nextRequest()).respond().text(text).end();
      await clock.advanceAsync(0);
      expect(told).toEqual({ onComment: ['hi'], onLastEventId: ['hi', '1'], onItem: ['hi', '1', 'a'] }[name]);
    },
  );

  it('asks for no policy once it was stopped', async () => {
    const policy = vi.fn(() => true);
    const { mock, clock, request } = setUp(policy);
    const stop = startRequest(request());
    await mock.nextRequest();
    stop();
    await clock.advanceAsync(0);
    expect(policy).not.toHaveBeenCalled();
  });
});
