/** Tells a stream whether the device is online, and when the user or the network returns. */
export interface Lifecycle {
  /** Whether requests can succeed now. A retry that is due while they cannot waits for the next return. */
  isOnline(): boolean;
  /**
   * Calls `onReturn` each time the device is online again and each time the page or app is visible again. A wait for a
   * retry then ends early.
   *
   * @returns the function that ends the subscription.
   */
  subscribe(onReturn: () => void): () => void;
}

/** The lifecycle of the page. In Node and workers, some of its events never come. */
export const pageLifecycle: Lifecycle = {
  isOnline: () => globalThis.navigator?.onLine !== false,
  subscribe: (onReturn) => {
    const pageEvents = [
      ['visibilitychange', globalThis.document],
      ['online', globalThis],
      // The page returns from the back/forward cache.
      ['pageshow', globalThis],
    ] as const;
    const onEvent = ({ type }: Event) => {
      if (type !== 'visibilitychange' || document.visibilityState !== 'hidden') onReturn();
    };
    for (const [type, target] of pageEvents) target?.addEventListener?.(type, onEvent);
    return () => {
      for (const [type, target] of pageEvents) target?.removeEventListener?.(type, onEvent);
    };
  },
};
