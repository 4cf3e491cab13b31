import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createListeners } from '../platform/createListeners.ts';
import { createBlockSealer, type SealedText } from '../text/createBlockSealer.ts';
import { requestFrame } from '../platform/requestFrame.ts';
import { createPacer } from './createPacer.ts';
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
  /** Ties the typewriter to the life of a component. Returns `dispose`. */
  attach(): () => void;
  /** Ends every timer and frame, and has nothing more scheduled. A new subscription goes on where it was. */
  dispose(): void;
}

/** Up to the last end of a sentence, which white space follows but in Chinese and Japanese, or of a line. */
const sentences = /^[^]*(?:\p{STerm}["'\p{Pe}\p{Pf}]*\s|[。！？\n])/u;

/** Creates a typewriter. Nothing is scheduled before the first subscription or text, nor while there is nothing to show. */
export function createTypewriter(options: TypewriterOptions = {}): Typewriter {
  const { clock = systemClock, initial } = options;
  let { text: source = '' } = options;
  const listeners = createListeners();
  const sealer = createBlockSealer();

  const pacer = createPacer(() => options);
  let isArmed = false;
  let isPaused = false;
  let isDisposed = false;
  let cancelFrame: (() => void) | undefined;

  // The text's time stands still while the typewriter does: before the first subscription or text, too.
  let isRunning = false;
  let time = 0;
  let origin = 0;

  // How much of the text was announced, and where its last whole sentence ends.
  let announced = 0;
  let sentenceEnd = 0;
  let announceAt = 0;
  let announcement = '';

  const publish = () => {
    const last = snapshot;
    const { text, blocks, tail } = sealer.snapshot();
    const isTyping = pacer.isTyping();
    const recent = (blocks.at(-1) ?? '') + tail;
    const end = isTyping ? sentences.exec(recent)?.[0].length : recent.length;
    if (end) sentenceEnd = text.length - recent.length + end;
    if (sentenceEnd > announced && (!isTyping || time >= announceAt)) {
      announcement = text.slice(announced, sentenceEnd);
      announced = sentenceEnd;
      announceAt = time + 2000;
    }
    if (text !== last.text || isTyping !== last.isTyping || announcement !== last.announcement) {
      snapshot = { text, blocks, tail, isTyping, announcement };
      listeners.notify();
    }
    if (isArmed && !isTyping && !isDisposed) {
      isArmed = false;
      callSafely(options.onComplete);
    }
  };

  const reveal = (isRushed?: boolean, isWhole?: boolean) => {
    sealer.append(pacer.take(isRushed, isWhole));
    publish();
  };

  /** Without the option, the text is taken for growing until `end()`. */
  const push = (text: string, isEnd = options.isStreaming === false, length?: number) => {
    const kept = pacer.push(text, isEnd, length);
    isArmed ||= pacer.isTyping();
    return kept;
  };

  const add = (text: string) => {
    if (text) push(text);
  };

  /** Goes on from the first `length` units of `text`, which are those of the text before. */
  const rewind = (text: string, length: number, isEnd?: boolean) => {
    const visible = Math.min(length, snapshot.text.length);
    // Graphemes are found from the start of a block on.
    const start = sealer.truncate(visible);
    sealer.truncate(start + push(text.slice(start), isEnd, visible - start));
    announced = sentenceEnd = Math.min(announced, visible);
  };

  /** Makes a function that changes something now, and has the next step made when there is one to make. */
  const control =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args) => {
      if (!isRunning) origin = clock.now() - time;
      time = clock.now() - origin;
      pacer.advance(time);
      change(...args);
      isRunning = !isDisposed && !isPaused && !options.paused;
      if (isRunning && (pacer.isBusy() || sentenceEnd > announced || snapshot.isTyping !== pacer.isTyping()))
        cancelFrame ??= requestFrame(clock, step);
      else {
        cancelFrame?.();
        cancelFrame = undefined;
      }
    };

  const step = control(() => {
    cancelFrame = undefined;
    reveal(options.reducedMotion !== 'ignore' && globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches);
  });

  const revive = control(() => {
    isDisposed = false;
  });
  const dispose = control(() => {
    isDisposed = true;
  });

  if (initial !== 'type') sealer.append(source);
  let snapshot: TypewriterSnapshot = { ...sealer.snapshot(), isTyping: true, announcement };
  announced = snapshot.text.length;
  rewind(source, announced, options.isStreaming !== true);
  publish();

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      const unsubscribe = listeners.add(listener);
      revive();
      return unsubscribe;
    },
    append: control((delta) => {
      source += delta;
      add(delta);
    }),
    setText: control((text) => {
      const last = source;
      source = text;
      if (text.slice(0, last.length) === last) return add(text.slice(last.length));
      const { onReplace = 'diff' } = options;
      let common = 0;
      // Slices are compared at once. At the end of either text they differ in length, as the texts are not equal.
      for (const step of [512, 1])
        while (text.slice(common, common + step) === last.slice(common, common + step)) common += step;
      rewind(text, onReplace === 'diff' ? common : 0);
      if (onReplace === 'show') reveal(true, true);
      else publish();
    }),
    end: control(() => push('', true)),
    skip: control(() => reveal(true, true)),
    pause: control(() => {
      isPaused = true;
    }),
    resume: control(() => {
      isPaused = false;
    }),
    restart: control(() => {
      rewind(source, 0);
      publish();
    }),
    setOptions: control((next) => {
      const { isStreaming: before } = options;
      options = next;
      const { isStreaming = before } = next;
      if (isStreaming !== before) push('', !isStreaming);
    }),
    attach: () => dispose,
    dispose,
  };
}
