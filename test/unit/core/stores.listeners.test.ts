import { createEventSource, createFetchStream, createTypewriter } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => void vi.unstubAllGlobals());

interface Subject {
  subscribe(listener: () => void): () => void;
  /** Makes the store publish. */
  publish(): void;
}

const subjects: [string, () => Subject][] = [
  [
    'an event source',
    () => {
      const source = createEventSource('/feed', { fetch: createMockStream().fetch, clock: createManualClock() });
      return { subscribe: source.subscribe, publish: source.clear };
    },
  ],
  [
    'a fetch stream',
    () => {
      const stream = createFetchStream('/chat', { fetch: createMockStream().fetch, clock: createManualClock() });
      return { subscribe: stream.subscribe, publish: stream.reset };
    },
  ],
  [
    'a typewriter',
    () => {
      const typewriter = createTypewriter({ clock: createManualClock() });
      let text = '';
      const publish = () => {
        text += 'more ';
        typewriter.setText(text);
        typewriter.skip();
      };
      return { subscribe: typewriter.subscribe, publish };
    },
  ],
];

describe.each(subjects)('the listeners of %s', (_, create) => {
  it('may unsubscribe and subscribe again while they are called', () => {
    const { subscribe, publish } = create();
    let calls = 0;
    let unsubscribe = () => {};
    const listener = () => {
      calls += 1;
      if (calls > 100) throw new Error('It never ends.');
      unsubscribe();
      unsubscribe = subscribe(listener);
    };
    unsubscribe = subscribe(listener);
    publish();
    expect(calls).toBeLessThan(10);
    const before = calls;
    publish();
    expect(calls).toBeGreaterThan(before);
  });

  it('are called once for each subscription', () => {
    const { subscribe, publish } = create();
    const listener = vi.fn();
    const first = subscribe(listener);
    const second = subscribe(listener);
    publish();
    const twice = listener.mock.calls.length;
    first();
    listener.mockClear();
    publish();
    expect(listener.mock.calls.length * 2).toBe(twice);
    first();
    second();
    listener.mockClear();
    publish();
    expect(listener).not.toHaveBeenCalled();
  });

  it('are not called once another listener has removed them', () => {
    const { subscribe, publish } = create();
    const removed = vi.fn();
    subscribe(() => remove());
    const remove = subscribe(removed);
    publish();
    expect(removed).not.toHaveBeenCalled();
  });

  it('do not keep the others from being called when they throw', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { subscribe, publish } = create();
    subscribe(() => {
      throw new Error('listener');
    });
    const other = vi.fn();
    subscribe(other);
    publish();
    expect(other).toHaveBeenCalled();
    expect(reportError).toHaveBeenCalledWith(new Error('listener'));
  });
});
