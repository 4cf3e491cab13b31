import { callSafely } from './callSafely.ts';

/** The listeners of a store. */
export interface Listeners {
  /** Adds a listener and returns the function that removes it. A function that is added twice is called twice. */
  add(listener: () => void): () => void;
  /** Calls each listener once. One that throws is reported, and the others are still called. */
  notify(): void;
}

/** Creates an empty set of listeners. */
export function createListeners(): Listeners {
  const subscriptions = new Set<() => void>();
  return {
    add: (listener) => {
      // A new function for each subscription, because the set would hold the same listener only once.
      const call = () => {
        callSafely(listener);
      };
      subscriptions.add(call);
      return () => {
        subscriptions.delete(call);
      };
    },
    notify: () => {
      // A copy, because iterating over a set also visits what is added meanwhile: a listener that subscribes again
      // inside itself would be called forever.
      const current = [...subscriptions];
      for (const call of current) {
        if (subscriptions.has(call)) call();
      }
    },
  };
}
