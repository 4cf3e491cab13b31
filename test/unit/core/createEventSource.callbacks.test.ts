import { createEventSource, type EventSourceOptions } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

describe('a callback that changes the source', () => {
  it.each([true, false])('closes it for good in `when`, whatever that answers (%s)', async (answer) => {
    const opened = openEventSource({ reconnect: { when: (): boolean => (opened.source.close(), answer) } });
    (await opened.mock.nextRequest()).fail();
    await opened.clock.advanceAsync(0);
    expect(opened.clock.pending).toBe(0);
    await opened.clock.advanceAsync(60_000);
    expect(opened.source.getSnapshot()).toMatchObject({ status: 'closed', error: undefined });
    expect(opened.mock.requests).toHaveLength(1);
    expect(opened.clock.pending).toBe(0);
  });

  it('leaves one connection after reconnect() in `when`', async () => {
    const opened = openEventSource({ reconnect: { when: (): boolean => (opened.source.reconnect(), true) } });
    (await opened.mock.nextRequest()).fail();
    await opened.clock.advanceAsync(60_000);
    expect(opened.mock.requests).toHaveLength(2);
    opened.source.close();
    expect(opened.mock.requests[1]?.aborted).toBe(true);
  });

  it.each(['open', 'event'])('is called no more once a listener has closed it (%s)', async (name) => {
    const calls: string[] = [];
    const { source, mock, settle } = openEventSource({
      throttle: 'none',
      onOpen: () => void calls.push('open'),
      onEvent: () => void calls.push('event'),
      onClose: () => void calls.push('close'),
    });
    source.subscribe(() => {
      const { status, count } = source.getSnapshot();
      if (name === 'open' ? status === 'open' : count === 1) source.close();
    });
    (await mock.nextRequest()).respond(eventStream).event('a');
    await settle();
    expect(calls).toEqual(name === 'open' ? ['close'] : ['open', 'close']);
  });

  // An abort may come in the microtasks between the settling of a promise and what follows it.
  it.each(Array.from({ length: 15 }, (_, index) => index))(
    'is not overtaken by reconnect() after %i microtasks',
    async (n) => {
      const clock = createManualClock();
      const opens: number[] = [];
      let requests = 0;
      const source = createEventSource('/feed', {
        clock,
        onOpen: () => void opens.push(requests),
        fetch: () => {
          requests++;
          if (requests > 1) return new Promise(() => {});
          return Promise.resolve(new Response(new ReadableStream({}), eventStream));
        },
      } as EventSourceOptions);
      source.open();
      for (let i = 0; i < n; i++) await Promise.resolve();
      const wasOpen = source.getSnapshot().status === 'open';
      source.reconnect();
      await clock.advanceAsync(0);
      expect(source.getSnapshot().status).toBe(requests > 1 || wasOpen ? 'connecting' : 'open');
      expect(opens.every((count) => count === 1)).toBe(true);
      source.close();
      expect(clock.pending).toBe(0);
    },
  );
});

it.each(['parse', 'fail'])('asks no other function once `%s` has closed the source', async (name) => {
  const asked = { fail: vi.fn(), select: vi.fn() };
  const close = () => {
    opened.source.close();
    return undefined;
  };
  const opened = openEventSource({ ...asked, [name]: close } as EventSourceOptions);
  (await opened.mock.nextRequest()).respond(eventStream).event('a');
  await opened.settle();
  expect(opened.source.getSnapshot().status).toBe('closed');
  expect(asked.fail).not.toHaveBeenCalled();
  expect(asked.select).not.toHaveBeenCalled();
});

it.each(['close', 'reconnect'] as const)('leaves no request behind after %s() in an abort listener', async (name) => {
  let calls = 0;
  const opened = openEventSource({
    headers: ({ signal }) => {
      if (calls++ === 0) signal.addEventListener('abort', () => opened.source[name]());
      return {};
    },
  });
  await opened.mock.nextRequest();
  if (name === 'close') opened.source.reconnect();
  else opened.source.close();
  await opened.settle();
  opened.source.close();
  await opened.settle();
  expect(opened.mock.requests.every(({ aborted }) => aborted)).toBe(true);
  expect(opened.clock.pending).toBe(0);
});

describe('members of a shared connection', () => {
  const setUp = () => {
    const mock = createMockStream();
    const clock = createManualClock();
    const open = (options: EventSourceOptions) => {
      const source = createEventSource('/feed', { fetch: mock.fetch, clock, share: true, ...options });
      source.open();
      return source;
    };
    return { mock, clock, open };
  };

  it('are told no state that another has changed meanwhile', async () => {
    const { mock, clock, open } = setUp();
    let isFirst = true;
    const a = open({
      onError: () => {
        if (isFirst) a.reconnect();
        isFirst = false;
      },
    });
    const b = open({});
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    expect([a.getSnapshot().status, b.getSnapshot().status]).toEqual(['connecting', 'connecting']);
    expect(b.getSnapshot().reconnection).toBeUndefined();
    a.close();
    b.close();
    await clock.advanceAsync(10);
  });

  it('follow the policy of those that are there', async () => {
    const { mock, clock, open } = setUp();
    const a = open({ reconnect: false });
    const b = open({ reconnect: { jitter: false } });
    const request = await mock.nextRequest();
    request.respond(eventStream);
    await clock.advanceAsync(0);
    a.close();
    request.end();
    await clock.advanceAsync(0);
    expect(b.getSnapshot().status).toBe('reconnecting');
    b.close();
    await clock.advanceAsync(10);
  });

  it('are told once that it is open, though another closes and opens them meanwhile', async () => {
    const { mock, clock, open } = setUp();
    let opens = 0;
    const a = open({
      onOpen: () => {
        b.close();
        b.open();
      },
    });
    const b = open({ onOpen: () => void opens++ });
    (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    expect(opens).toBe(1);
    a.close();
    b.close();
    await clock.advanceAsync(10);
  });

  it('connect again after a retry that found no one', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    const { mock, clock, open } = setUp();
    const a = open({});
    (await mock.nextRequest()).fail();
    await clock.advanceAsync(0);
    a.close();
    page.dispatchEvent(new Event('online'));
    a.open();
    await clock.advanceAsync(10);
    expect(mock.requests).toHaveLength(2);
    a.close();
    await clock.advanceAsync(10);
    vi.unstubAllGlobals();
  });

  it('cannot share a body that text does not stand for', async () => {
    const { clock, open } = setUp();
    const source = open({ body: new FormData() });
    await clock.advanceAsync(0);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'request' } });
  });
});

it('starts no timer that overflows for a throttle that is too long', async () => {
  const setTimeout = vi.spyOn(globalThis, 'setTimeout');
  const mock = createMockStream();
  const source = createEventSource('/feed', { fetch: mock.fetch, throttle: Infinity });
  source.open();
  const request = await mock.nextRequest();
  request.respond(eventStream).event('a');
  await vi.waitFor(() => expect(source.getSnapshot().count).toBe(1));
  request.event('b');
  source.close();
  expect(setTimeout.mock.calls.map(([, delay]) => delay)).toContain(2 ** 31 - 1);
  expect(setTimeout.mock.calls.map(([, delay]) => delay)).not.toContain(Infinity);
  setTimeout.mockRestore();
});

const circular: { self?: unknown } = {};
circular.self = circular;

it.each([Object.create(null), circular, 1n, true])('fails the stream whatever `fail` answers (%#)', async (answer) => {
  const { source, mock, settle } = openEventSource({ fail: () => answer as unknown });
  (await mock.nextRequest()).respond(eventStream).event('a');
  await settle();
  expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'upstream' } });
});

it('is ruled by `enabled` again once that has turned true', async () => {
  const { source, mock, settle } = openEventSource({ enabled: false });
  const detach = source.attach();
  await settle();
  source.update({ enabled: true });
  await settle();
  expect(mock.requests).toHaveLength(1);
  source.update({ enabled: false });
  await settle();
  expect(mock.requests[0]?.aborted).toBe(true);
  detach();
});
