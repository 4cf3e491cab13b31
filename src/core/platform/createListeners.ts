import { callSafely } from './callSafely.ts';

/** The listeners of a store. */
export interface Listeners {
  /** Adds a listener and returns the function that removes it. A function that is added twice is called twice. */
  add(listener: () => void): () => void;
  /** Calls those that are listening now: one that is added meanwhile is not called, nor one that is removed. */
  notify(): void;
}

/** Creates an empty set of listeners. */
export function createListeners(): Listeners {
  const subscriptions = new Set<{ listener: () => void }>();
  return {
    add: (listener) => {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
    notify: () => {
      for (const subscription of Array.from(subscriptions)) {
        if (subscriptions.has(subscription)) callSafely(subscription.listener);
      }
    },
  };
}
