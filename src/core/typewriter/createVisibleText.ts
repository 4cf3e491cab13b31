import { createListeners } from '../platform/createListeners.ts';
import { createBlockSealer } from '../text/createBlockSealer.ts';
import type { TextSplitter } from '../text/TextSplitter.ts';
import { createAnnouncer } from './createAnnouncer.ts';
import type { TypewriterSnapshot } from './Typewriter.ts';

/** The part of a typewriter's text that is visible, in snapshots, with what a live region says about it. */
export interface VisibleText {
  getSnapshot(): TypewriterSnapshot;
  subscribe(listener: () => void): () => void;
  /** Adds to the end. It is visible after `publish`. */
  append(text: string): void;
  /**
   * Keeps at most the first `length` code units. What replaces the rest is announced again.
   *
   * @returns the length of the blocks that stay as they are.
   */
  truncate(length: number): number;
  /** Takes a new snapshot and tells the subscribers, if something has changed. */
  publish(state: { readonly isTyping: boolean; readonly now: number }): void;
  /** Tells whether a sentence waits to be announced, or `isTyping` differs from what is shown. */
  isBehind(isTyping: boolean): boolean;
}

/** Creates the visible text of a typewriter that shows `initialText`, which need not be announced. */
export function createVisibleText(initialText: string, split: TextSplitter | undefined): VisibleText {
  const listeners = createListeners();
  const announcer = createAnnouncer(initialText.length, split?.toPlainText);
  const sealer = createBlockSealer(split);
  sealer.append(initialText);
  let snapshot: TypewriterSnapshot = { ...sealer.snapshot(), isTyping: true, announcement: '' };

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    append: sealer.append,
    truncate: (length) => {
      announcer.rewind(length);
      return sealer.truncate(length);
    },
    publish: ({ isTyping, now }) => {
      const last = snapshot;
      const shown = isTyping ? sealer.snapshotOfGrowing() : sealer.snapshot();
      const announcement = isTyping ? announcer.next(shown, now) : announcer.finish(shown, now);
      const hasChanged = shown.text !== last.text || isTyping !== last.isTyping || announcement !== last.announcement;
      if (!hasChanged) return;
      const { text, blocks, tail } = shown;
      // In V8, a spread here would double the time of a frame.
      snapshot = { text, blocks, tail, isTyping, announcement };
      listeners.notify();
    },
    isBehind: (isTyping) => announcer.hasWaiting() || snapshot.isTyping !== isTyping,
  };
}
