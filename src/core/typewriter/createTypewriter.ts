import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { createListeners } from '../platform/createListeners.ts';
import { pacingOf, type Publisher } from '../platform/createPacing.ts';
import { observer } from '../platform/observer.ts';
import { prefersReducedMotion } from '../platform/prefersReducedMotion.ts';
import { requestFrame } from '../platform/requestFrame.ts';
import { createBlockSealer } from '../text/createBlockSealer.ts';
import { createAnnouncer } from './createAnnouncer.ts';
import { createPacer } from './createPacer.ts';
import { createTextInbox } from './createTextInbox.ts';
import type { Typewriter, TypewriterSnapshot } from './Typewriter.ts';
import type { TypewriterOptions } from './TypewriterOptions.ts';

/** A page may rest that long between two steps, in milliseconds. If a deadline is nearer, the step does not wait for that. */
const longestPause = 150;

/** Creates a typewriter. It schedules nothing before the first subscription or text, nor while there is nothing to show. */
export function createTypewriter(initialOptions: TypewriterOptions = {}): Typewriter {
  const { clock = systemClock, initial = 'show', split } = initialOptions;
  // Without the option, the text does not count as growing before something is added to it.
  let options: TypewriterOptions = { ...initialOptions, isStreaming: initialOptions.isStreaming ?? false };

  const inbox = createTextInbox(initialOptions.text ?? '');
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

  const append = (text: string, arrivedAt: number) => {
    pacer.append(text, arrivedAt);
    isCompletionDue = true;
  };

  /** Keeps at most the first `length` code units visible and types the rest of `text`, which begins with them. */
  const replace = (text: string, length: number, arrivedAt: number) => {
    const visible = Math.min(length, snapshot.text.length);
    // Graphemes have to be looked for from a boundary on, and the start of a block is one.
    const start = sealer.truncate(visible);
    const kept = pacer.replace(text.slice(start), visible - start, arrivedAt);
    sealer.truncate(start + kept);
    announcer.rewind(visible);
    if (pacer.isTyping()) isCompletionDue = true;
  };

  /** Takes account of the latest text. */
  const read = () => {
    const change = inbox.read(time);
    if (!change) return;
    const { text, keptLength, isContinued, arrivedAt } = change;
    const { onReplace = 'diff' } = options;
    if (!isContinued) {
      replace(text, onReplace === 'diff' ? keptLength : 0, arrivedAt);
      show(onReplace === 'show' ? pacer.takeAll() : '');
    } else append(text.slice(keptLength), arrivedAt);
    // What has waited to be read may be past its deadline.
    pacer.advance(time);
  };

  /** Reads the latest text if it may not wait. Without frames or time, nothing would read it later. */
  const readInTime = () => {
    const mayWait = isRunning && pacer.hasReserve() && !inbox.isDue(time, options.maxLag);
    if (!mayWait) read();
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
      observer?.onTyping(listeners, inbox.latest().length, snapshot.text.length);

      isRunning = !isDisposed && !isPaused && !options.paused;
      const needsFrame = isRunning && hasNextStep();
      const isUrgent = pacer.timeLeft() < longestPause;
      if (!needsFrame || isUrgent !== isFrameUrgent) stopFrames();
      if (needsFrame) requestStep(isUrgent);
    };

  /** Makes a method of `change`, for which all of the text has to be known. */
  const afterReading = <Args extends unknown[]>(change: (...args: Args) => void) =>
    inTime((...args: Args) => {
      read();
      change(...args);
    });

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
    readInTime();
    show(pacer.takeDue());
  });

  const revive = inTime(() => {
    isDisposed = false;
  });

  const dispose = inTime(() => {
    isDisposed = true;
  });

  if (initial === 'show') sealer.append(inbox.latest());
  let snapshot: TypewriterSnapshot = { ...sealer.snapshot(), isTyping: true, announcement: '' };
  const announcer = createAnnouncer(snapshot.text.length, split?.toPlainText);
  replace(inbox.latest(), snapshot.text.length, time);
  publish();
  options = initialOptions;

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      const unsubscribe = listeners.add(listener);
      revive();
      return unsubscribe;
    },
    append: afterReading((delta) => {
      inbox.append(delta);
      if (delta) append(delta, time);
    }),
    setText: inTime((text) => {
      inbox.put(text, time);
      readInTime();
    }),
    end: afterReading(() => pacer.end()),
    skip: afterReading(() => show(pacer.takeAll())),
    pause: afterReading(() => {
      isPaused = true;
    }),
    resume: inTime(() => {
      isPaused = false;
    }),
    restart: afterReading(() => {
      replace(inbox.latest(), 0, time);
      publish();
    }),
    setOptions: inTime((next) => {
      const wasStreaming = options.isStreaming;
      const { isStreaming = wasStreaming } = next;
      const hasTurned = isStreaming !== wasStreaming;
      // What was set before the end has until maxLag, and not only until drain.
      if (hasTurned || next.paused) read();
      options = next;
      if (!hasTurned) return;
      // An empty arrival: the gap before the first one of the new stream begins now.
      if (isStreaming) append('', time);
      else pacer.end();
    }),
    attach: () => dispose,
    dispose,
  };
}
