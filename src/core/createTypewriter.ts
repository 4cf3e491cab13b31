import { callSafely } from './callSafely.ts';
import { systemClock } from './clock.ts';
import { createBlockSealer, type SealedText } from './createBlockSealer.ts';
import { floorToGrapheme } from './floorToGrapheme.ts';
import { requestFrame } from './requestFrame.ts';
import { commonPrefixLength } from './typewriter/commonPrefixLength.ts';
import { createAnnouncer } from './typewriter/createAnnouncer.ts';
import { createPacer } from './typewriter/createPacer.ts';
import { prefersReducedMotion } from './typewriter/prefersReducedMotion.ts';
import type { TypewriterOptions } from './TypewriterOptions.ts';

/** What a typewriter shows. `text` is the visible prefix and never ends inside a grapheme. */
export interface TypewriterSnapshot extends SealedText {
  /** Whether more will be shown: graphemes wait, or the text will still grow. */
  readonly isTyping: boolean;
  /** What a polite live region says: whole sentences, at most every two seconds, and the rest at the end. */
  readonly announcement: string;
}

/** Reveals a growing text smoothly. */
export interface Typewriter {
  /** Gives the latest snapshot, the same object until something changes. */
  getSnapshot(): TypewriterSnapshot;
  /** Calls `listener` after each new snapshot, at most once a frame. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Adds to the end of the text. */
  append(delta: string): void;
  /** Sets the whole text: goes on typing where it continues the one before, else does as `onReplace` says. */
  setText(text: string): void;
  /** Says that the text will not grow any more: what waits is shown within `drain`. */
  end(): void;
  /** Shows all that has arrived, at once. */
  skip(): void;
  /** Holds the text where it is. */
  pause(): void;
  /** Goes on after `pause()`. */
  resume(): void;
  /** Types the text again from its first grapheme. */
  restart(): void;
  /** Takes these options in the place of those before. */
  setOptions(options: TypewriterOptions): void;
  /** Ends every timer and frame, and has nothing more scheduled. A new subscription goes on where it was. */
  dispose(): void;
}

/** Creates a typewriter. Nothing is scheduled before the first subscription or text, nor while there is nothing to show. */
export function createTypewriter(options: TypewriterOptions = {}): Typewriter {
  const { clock = systemClock, initial, text: initialText = '' } = options;
  const listeners = new Set<() => void>();
  const sealer = createBlockSealer();
  const announcer = createAnnouncer();

  let settings = options;
  let source = initialText;
  let hasEnded = options.isStreaming !== true;
  // Whether the next completion is told to `onComplete`.
  let isArmed = !hasEnded;
  let isPaused = false;
  // So that nothing is scheduled while it is being made.
  let isDisposed = true;
  const pacer = createPacer(
    () => settings,
    () => hasEnded,
  );

  // The text's time stands still while the typewriter does.
  let stoppedAt: number | undefined = clock.now();
  let stoppedFor = 0;
  let cancelFrame: (() => void) | undefined;
  let timer: unknown;

  const now = () => (stoppedAt ?? clock.now()) - stoppedFor;
  const isComplete = () => hasEnded && !pacer.isBusy();

  const readSnapshot = (): TypewriterSnapshot => {
    const isTyping = !isComplete();
    return { ...sealer.snapshot(), isTyping, announcement: announcer.read(now(), !isTyping) };
  };

  const publish = () => {
    const last = snapshot;
    const { text, isTyping, announcement } = (snapshot = readSnapshot());
    if (text === last.text && isTyping === last.isTyping && announcement === last.announcement) snapshot = last;
    else for (const listener of listeners) callSafely(listener);
    if (isArmed && !isTyping && !isDisposed) {
      isArmed = false;
      callSafely(settings.onComplete);
    }
    schedule();
  };

  const reveal = () => {
    const text = pacer.take(now());
    sealer.append(text);
    announcer.add(text);
  };

  const step = () => {
    cancelFrame = undefined;
    if (settings.reducedMotion !== 'ignore' && prefersReducedMotion()) pacer.rush();
    reveal();
    publish();
  };

  const showAll = () => {
    pacer.release();
    pacer.rush();
    reveal();
  };

  /** Stops or starts the time, and has the next step made when there is one to make. */
  const schedule = () => {
    clock.clearTimeout(timer);
    let wait = Infinity;
    if (isDisposed || isPaused || settings.paused) stoppedAt ??= clock.now();
    else {
      if (stoppedAt !== undefined) stoppedFor += clock.now() - stoppedAt;
      stoppedAt = undefined;
      if (pacer.due() <= now()) pacer.release();
      const isStale = isComplete() === snapshot.isTyping;
      wait = isStale || pacer.isBusy() ? 0 : Math.min(pacer.due(), announcer.due()) - now();
    }
    if (wait <= 0) {
      cancelFrame ??= requestFrame(clock, step);
      return;
    }
    cancelFrame?.();
    cancelFrame = undefined;
    // Whole milliseconds: a wait of a rounding error would set itself again and again.
    if (wait < Infinity) timer = clock.setTimeout(schedule, Math.ceil(wait));
  };

  const setEnd = (isEnd: boolean) => {
    hasEnded = isEnd;
    if (isEnd) pacer.end(now());
    else isArmed = true;
    schedule();
  };

  const add = (text: string) => {
    if (!text) return;
    // Starts the time, where this is the first text.
    schedule();
    // Without the option, the text is taken for growing until `end()`.
    if (settings.isStreaming !== false) hasEnded = false;
    isArmed = true;
    pacer.arrive(text, now());
    if (hasEnded) pacer.end(now());
    schedule();
  };

  /** Goes on from the first `length` units of `text`, which are those of the text before. */
  const rewind = (text: string, length: number) => {
    const visible = sealer.snapshot().text.length;
    const kept = Math.min(length, visible);
    sealer.truncate(kept);
    announcer.truncate(visible - kept);
    const context = text.slice(floorToGrapheme(text, kept - 1), kept);
    pacer.rewind(context, text.slice(kept, length), kept === visible);
    add(text.slice(length));
  };

  if (initial !== 'type') sealer.append(source);
  rewind(source, sealer.snapshot().text.length);
  let snapshot = readSnapshot();
  isDisposed = false;

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      // A function of its own for each call: a listener may subscribe twice.
      const notify = () => listener();
      listeners.add(notify);
      isDisposed = false;
      schedule();
      return () => void listeners.delete(notify);
    },
    append: (delta) => {
      source += delta;
      add(delta);
    },
    setText: (text) => {
      if (text === source) return;
      const last = source;
      source = text;
      const common = commonPrefixLength(last, text);
      if (common === last.length) return add(text.slice(common));
      const { onReplace = 'diff' } = settings;
      rewind(text, onReplace === 'diff' ? floorToGrapheme(text, common) : 0);
      if (onReplace === 'show') showAll();
      publish();
    },
    end: () => setEnd(true),
    skip: () => {
      showAll();
      publish();
    },
    pause: () => {
      isPaused = true;
      schedule();
    },
    resume: () => {
      isPaused = false;
      schedule();
    },
    restart: () => {
      rewind(source, 0);
      publish();
    },
    setOptions: (next) => {
      const { isStreaming } = settings;
      settings = next;
      if (next.isStreaming !== undefined && next.isStreaming !== isStreaming) setEnd(!next.isStreaming);
      schedule();
    },
    dispose: () => {
      isDisposed = true;
      schedule();
    },
  };
}
