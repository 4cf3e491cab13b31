import { transformSync } from 'esbuild';
import { createEventSource, type Lifecycle } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';
import { findCodeBlocks, readText } from './markdown.ts';

/** A native module, whose listeners a test calls. */
function createNativeModule<State>() {
  const listeners = new Set<(state: State) => void>();
  return { listeners, report: (state: State) => listeners.forEach((listener) => listener(state)) };
}

/** Runs the file `lifecycle.ts` of the guide on stand-ins for the native modules. */
function loadLifecycle() {
  const appState = createNativeModule<string>();
  const network = createNativeModule<{ isConnected: boolean | null }>();
  const modules: Record<string, unknown> = {
    'react-native': {
      AppState: {
        addEventListener: (_type: 'change', listener: (state: string) => void) => {
          appState.listeners.add(listener);
          return { remove: () => appState.listeners.delete(listener) };
        },
      },
    },
    '@react-native-community/netinfo': {
      __esModule: true,
      default: {
        // NetInfo reports its present state to each new listener.
        addEventListener: (listener: (state: { isConnected: boolean | null }) => void) => {
          network.listeners.add(listener);
          listener({ isConnected: true });
          return () => network.listeners.delete(listener);
        },
      },
    },
  };
  const blocks = findCodeBlocks(readText('docs/guides/react-native-and-expo.md'));
  const { code } = blocks.find(({ words }) => words.includes('file=lifecycle.ts'))!;
  const module = { exports: {} as { lifecycle: Lifecycle } };
  const run = new Function('module', 'require', transformSync(code, { loader: 'ts', format: 'cjs' }).code);
  run(module, (name: string) => modules[name]);
  return { appState, network, lifecycle: module.exports.lifecycle };
}

/** Opens an event source with the guide's lifecycle. Its first connection is lost, so that it waits 1,000 ms. */
async function openWaiting() {
  const { appState, network, lifecycle } = loadLifecycle();
  const mock = createMockStream();
  const clock = createManualClock();
  const reconnect = { jitter: false };
  const source = createEventSource('https://api.example.com/prices', {
    fetch: mock.fetch,
    clock,
    lifecycle,
    reconnect,
  });
  source.open();
  (await mock.nextRequest()).drop();
  await clock.advanceAsync(0);
  return { source, mock, clock, appState, network };
}

it('the lifecycle of the guide retries when the app is active again, not when it goes to the background', async () => {
  const { mock, clock, appState } = await openWaiting();
  appState.report('background');
  await clock.advanceAsync(0);
  expect(mock.requests).toHaveLength(1);
  appState.report('active');
  await clock.advanceAsync(0);
  expect(mock.requests).toHaveLength(2);
});

it('the lifecycle of the guide waits while the device is offline, and retries when it is online again', async () => {
  const { mock, clock, network } = await openWaiting();
  network.report({ isConnected: false });
  await clock.advanceAsync(60_000);
  expect(mock.requests).toHaveLength(1);
  network.report({ isConnected: true });
  await clock.advanceAsync(0);
  expect(mock.requests).toHaveLength(2);
});

it('the lifecycle of the guide ignores what else NetInfo reports', async () => {
  const { mock, clock, network } = await openWaiting();
  network.report({ isConnected: true });
  network.report({ isConnected: null });
  await clock.advanceAsync(999);
  expect(mock.requests).toHaveLength(1);
});

it('the lifecycle of the guide leaves no listener behind', async () => {
  const { source, appState, network } = await openWaiting();
  expect([appState.listeners.size, network.listeners.size]).toEqual([1, 1]);
  source.close();
  expect([appState.listeners.size, network.listeners.size]).toEqual([0, 0]);
});
