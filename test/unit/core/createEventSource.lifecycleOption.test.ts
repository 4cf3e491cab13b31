import type { Lifecycle } from 'react-streamed/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The lifecycle of an app, as a test moves it. */
function createAppLifecycle() {
  const listeners = new Set<() => void>();
  const app = { isOnline: true, listeners, comeBack: () => listeners.forEach((listener) => listener()) };
  const lifecycle: Lifecycle = {
    isOnline: () => app.isOnline,
    subscribe: (onReturn) => {
      listeners.add(onReturn);
      return () => void listeners.delete(onReturn);
    },
  };
  return { app, lifecycle };
}

/** Opens a source whose first connection is lost, so that it waits 1,000 ms. */
async function openWaiting(lifecycle: Lifecycle) {
  const opened = openEventSource({ lifecycle, reconnect: { jitter: false } });
  (await opened.mock.nextRequest()).respond(eventStream).drop();
  await opened.settle();
  return opened;
}

describe('the option lifecycle', () => {
  it('cuts a wait short when the app comes back', async () => {
    const { app, lifecycle } = createAppLifecycle();
    const { mock, settle } = await openWaiting(lifecycle);
    expect(mock.requests).toHaveLength(1);
    app.comeBack();
    await settle();
    expect(mock.requests).toHaveLength(2);
  });

  it('holds a retry that is due back while the device is offline', async () => {
    const { app, lifecycle } = createAppLifecycle();
    const { mock, clock, settle } = await openWaiting(lifecycle);
    app.isOnline = false;
    await clock.advanceAsync(60_000);
    app.comeBack();
    await settle();
    expect(mock.requests).toHaveLength(1);
    app.isOnline = true;
    app.comeBack();
    await settle();
    expect(mock.requests).toHaveLength(2);
  });

  it('replaces the events and the state of the page', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('navigator', { onLine: false });
    const { mock, clock, settle } = await openWaiting(createAppLifecycle().lifecycle);
    page.dispatchEvent(new Event('online'));
    await settle();
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(1000);
    expect(mock.requests).toHaveLength(2);
  });

  it('is subscribed to only while a retry is waited for', async () => {
    const { app, lifecycle } = createAppLifecycle();
    const { source, mock, clock } = openEventSource({ lifecycle, reconnect: { jitter: false } });
    const first = (await mock.nextRequest()).respond(eventStream);
    await clock.advanceAsync(0);
    expect(app.listeners.size).toBe(0);
    first.drop();
    await clock.advanceAsync(0);
    expect(app.listeners.size).toBe(1);
    await clock.advanceAsync(1000);
    expect(app.listeners.size).toBe(0);
    (await mock.nextRequest()).drop();
    await clock.advanceAsync(0);
    source.close();
    expect(app.listeners.size).toBe(0);
  });

  it('takes a call during the subscription for the present state, not for a return', async () => {
    const unsubscribe = vi.fn();
    const { mock, clock } = await openWaiting({
      isOnline: () => true,
      subscribe: (onReturn) => {
        onReturn();
        return unsubscribe;
      },
    });
    await clock.advanceAsync(999);
    expect(mock.requests).toHaveLength(1);
    await clock.advanceAsync(1);
    expect(mock.requests).toHaveLength(2);
    expect(unsubscribe).toHaveBeenCalledOnce();
    expect(clock.pending).toBe(0);
  });

  it('lets the retry happen on time if its functions throw', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fail = () => {
      throw new Error('no native module');
    };
    const { mock, clock } = await openWaiting({ isOnline: fail, subscribe: fail });
    await clock.advanceAsync(1000);
    expect(mock.requests).toHaveLength(2);
    expect(reported).toHaveBeenCalledWith(expect.objectContaining({ message: 'no native module' }));
  });

  it('is the latest one that was given', async () => {
    const old = createAppLifecycle();
    const { app, lifecycle } = createAppLifecycle();
    const { source, mock, clock } = openEventSource({ lifecycle: old.lifecycle, reconnect: { jitter: false } });
    source.update({ lifecycle });
    (await mock.nextRequest()).respond(eventStream).drop();
    await clock.advanceAsync(0);
    expect([old.app.listeners.size, app.listeners.size]).toEqual([0, 1]);
  });
});
