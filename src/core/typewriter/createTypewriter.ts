import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createListeners } from '../platform/createListeners.ts';
import { pacingOf, type Publisher } from '../platform/createPacing.ts';
import { observer } from '../platform/observer.ts';
import { prefersReducedMotion } from '../platform/prefersReducedMotion.ts';
import { requestFrame } from '../platform/requestFrame.ts';
import { commonPrefixLength } from '../text/commonPrefixLength.ts';
import { createBlockSealer, type SealedText } from '../text/createBlockSealer.ts';
import { createAnnouncer } from './createAnnouncer.ts';
import { createPacer } from './createPacer.ts';
import type { TypewriterOptions } from './TypewriterOptions.ts';

/** What a typewriter shows. `text` is the visible prefix and never ends inside a grapheme. */
export interface TypewriterSnapshot extends SealedText {
  /** Whether more will be shown: graphemes wait, or the text will still grow. */
  readonly isTyping: boolean;
  /** The text for a polite live region: whole sentences, at most every two seconds, and the rest at the end. */
  readonly announcement: string;
}

/** A page may rest that long between two steps, in milliseconds. If a deadline is nearer, the step does not wait for that. */
const longestPause = 150;

/** Reveals a growing text smoothly. */
export interface Typewriter {
  /** Returns the latest snapshot. It is the same object until something changes. */
  getSnapshot(): TypewriterSnapshot;
  /** Calls `listener` after each new snapshot, at most once a frame. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Adds to the end of the text. */
  append(delta: string): void;
  /** Sets the whole text. If it does not continue the text before, `onReplace` decides what is shown. */
  setText(text: string): void;
  /** Says that the text will not grow any more. What waits is shown within `drain`. */
  end(): void;
  /** Shows all that has arrived at once. */
  skip(): void;
  /** Stops typing until `resume()`. */
  pause(): void;
  /** Continues after `pause()`. */
  resume(): void;
  /** Types the text again from its first grapheme. */
  restart(): void;
  /** Replaces all options. */
  setOptions(options: TypewriterOptions): void;
  /** Ties the typewriter to the life of a component. Returns `dispose`. */
  attach(): () => void;
  /** Cancels every timer and frame and schedules nothing more. A new subscription continues from there. */
  dispose(): void;
}

/** Creates a typewriter. It schedules nothing before the first subscription or text, nor while there is nothing to show. */
export function createTypewriter(initialOptions: TypewriterOptions = {}): Typewriter {
  const { clock = systemClock, initial = 'show', split } = initialOptions;
  // Without the option, the text does not count as growing before something is added to it.
  let options: TypewriterOptions = { ...initialOptions, isStreaming: initialOptions.isStreaming ?? false };
  let source = initialOptions.text ?? '';

  const listeners = createListeners();
  const sealer = createBlockSealer(split);
  const pacer = createPacer(() => options);

  let isCompletionDue = false;
  let isPaused = false;
  let isDisposed = false;
  let cancelFrame: (() => void) | undefined;
  /** Whether the frame was requested at once, because a deadline is near. */
  let isFrameUrgent = false;

  // The text has its own time, which stands still while the typewriter is paused, disposed or not yet in use.
  let isRunning = false;
  let time = 0;
  let startOfTime = 0;

  const publish = () => {
    const last = snapshot;
    const isTyping = pacer.isTyping();
    const shown = isTyping ? sealer.snapshotOfGrowing() : sealer.snapshot();
    const announcement = isTyping ? announcer.next(shown, time) : announcer.finish(shown, time);
    const hasChanged = shown.text !== last.text || isTyping !== last.isTyping || announcement !== last.announcement;
    if (hasChanged) {
      const { text, blocks, tail } = shown;
      // In V8, a spread here would double the time of a frame.
      snapshot = { text, blocks, tail, isTyping, announcement };
      listeners.notify();
    }
    if (isCompletionDue && !isTyping && !isDisposed) {
      isCompletionDue = false;
      callSafely(options.onComplete);
    }
  };

  const show = (text: string) => {
    sealer.append(text);
    publish();
  };

  const append = (text: string) => {
    pacer.append(text);
    isCompletionDue = true;
  };

  const add = (text: string) => {
    if (text) append(text);
  };

  /** Keeps at most the first `length` code units visible and types the rest of `text`, which begins with them. */
  const replace = (text: string, length: number) => {
    const visible = Math.min(length, snapshot.text.length);
    // Graphemes have to be looked for from a boundary on, and the start of a block is one.
    const start = sealer.truncate(visible);
    const kept = pacer.replace(text.slice(start), visible - start);
    sealer.truncate(start + kept);
    announcer.rewind(visible);
    if (pacer.isTyping()) isCompletionDue = true;
  };

  const hasNextStep = () => pacer.hasWaiting() || announcer.hasWaiting() || snapshot.isTyping !== pacer.isTyping();

  /**
   * Makes a method of `change`. Every method moves the time on first, so that the change happens now and not at the time
   * of the last frame. Afterwards it requests or cancels the next frame, because any change may leave more or nothing to
   * show. No method can forget either, because all are made here.
   */
  const inTime =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args): void => {
      const now = clock.now();
      if (isRunning) time = now - startOfTime;
      else startOfTime = now - time;
      pacer.advance(time);

      change(...args);
      observer?.onTyping(listeners, source.length, snapshot.text.length);

      isRunning = !isDisposed && !isPaused && !options.paused;
      const needsFrame = isRunning && hasNextStep();
      const isUrgent = pacer.timeLeft() < longestPause;
      if (!needsFrame || isUrgent !== isFrameUrgent) stopFrames();
      if (needsFrame) requestStep(isUrgent);
    };

  const stopFrames = () => {
    cancelFrame?.();
    cancelFrame = undefined;
  };
  const requestStep = (isUrgent: boolean) => {
    isFrameUrgent = isUrgent;
    cancelFrame ??= isUrgent ? requestFrame(clock, onUrgentFrame) : pacingOf(clock).join(paced);
  };
  const onUrgentFrame = () => {
    cancelFrame = undefined;
    step();
  };
  const paced: Publisher = {
    publish: () => {
      const last = snapshot;
      step();
      return snapshot !== last;
    },
    // Nothing is due yet, but text waits.
    onIdle: () => {
      cancelFrame = undefined;
      requestStep(false);
    },
  };

  const step = inTime(() => {
    if (options.reducedMotion !== 'ignore' && prefersReducedMotion()) pacer.hurry();
    show(pacer.takeDue());
  });

  const revive = inTime(() => {
    isDisposed = false;
  });

  const dispose = inTime(() => {
    isDisposed = true;
  });

  if (initial === 'show') sealer.append(source);
  let snapshot: TypewriterSnapshot = { ...sealer.snapshot(), isTyping: true, announcement: '' };
  const announcer = createAnnouncer(snapshot.text.length, split?.toPlainText);
  replace(source, snapshot.text.length);
  publish();
  options = initialOptions;

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      const unsubscribe = listeners.add(listener);
      revive();
      return unsubscribe;
    },
    append: inTime((delta) => {
      source += delta;
      add(delta);
    }),
    setText: inTime((text) => {
      const before = source;
      source = text;
      // In V8, `startsWith` takes several times as long.
      if (text.slice(0, before.length) === before) return add(text.slice(before.length));
      const { onReplace = 'diff' } = options;
      replace(text, onReplace === 'diff' ? commonPrefixLength(text, before) : 0);
      show(onReplace === 'show' ? pacer.takeAll() : '');
    }),
    end: inTime(() => pacer.end()),
    skip: inTime(() => show(pacer.takeAll())),
    pause: inTime(() => {
      isPaused = true;
    }),
    resume: inTime(() => {
      isPaused = false;
    }),
    restart: inTime(() => {
      replace(source, 0);
      publish();
    }),
    setOptions: inTime((next) => {
      const wasStreaming = options.isStreaming;
      options = next;
      const { isStreaming = wasStreaming } = next;
      if (isStreaming === wasStreaming) return;
      // An empty arrival: the gap before the first one of the new stream begins now.
      if (isStreaming) append('');
      else pacer.end();
    }),
    attach: () => dispose,
    dispose,
  };
}
