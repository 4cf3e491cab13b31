import type { AttachingEffect } from '../platform/createAutoStart.ts';
import type { StreamError } from '../StreamError.ts';

/** What the stores of both kinds of streams have in common. */
export interface StreamStore<Snapshot, Settings> {
  getSnapshot(): Snapshot;
  /** Calls `listener` after each change. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Changes options, `url` included, from the next item or request on. */
  update(options: Partial<Settings>): void;
  /** Replaces all options. */
  setOptions(options: Settings): void;
  /**
   * Ties the stream to the life of a component: starts it in a microtask if it is `enabled`.
   *
   * @param effect - the kind of effect that calls it. React repeats effects under StrictMode, layout effects after the
   *   request was sent. After a `'layout'` effect, the returned function therefore acts one microtask later.
   * @default effect is 'layout'
   * @returns the function that stops the stream without calling back.
   */
  attach(effect?: AttachingEffect): () => void;
  /**
   * Shows `connecting` before the component has mounted, if the stream will start then.
   *
   * @param replaced - the latest snapshot of the stream that this one replaces, for `keepPrevious`.
   */
  prepare(replaced?: Snapshot): void;
  /** Fails the stream before a request is sent. */
  refuse(error: StreamError): void;
}
