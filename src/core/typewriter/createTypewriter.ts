import { callSafely } from '../platform/callSafely.ts';
import { systemClock } from '../platform/clock.ts';
import { observer } from '../platform/observer.ts';
import { prefersReducedMotion } from '../platform/prefersReducedMotion.ts';
import { createPacer } from './createPacer.ts';
import { createSteps } from './createSteps.ts';
import { createTextInbox } from './createTextInbox.ts';
import { createTextTime } from './createTextTime.ts';
import { createVisibleText } from './createVisibleText.ts';
import type { Typewriter } from './Typewriter.ts';
import type { TypewriterOptions } from './TypewriterOptions.ts';

/** Creates a typewriter. It schedules nothing before the first subscription or text, nor while there is nothing to show. */
export function createTypewriter(initialOptions: TypewriterOptions = {}): Typewriter {
  const { clock = systemClock, initial = 'show', split } = initialOptions;
  // Without the option, the text does not count as growing before something is added to it.
  let options: TypewriterOptions = { ...initialOptions, isStreaming: initialOptions.isStreaming ?? false };

  const time = createTextTime(clock);
  const inbox = createTextInbox(initialOptions.text ?? '');
  const pacer = createPacer(() => options);
  const visible = createVisibleText(initial === 'show' ? inbox.latest() : '', split);

  let isCompletionDue = false;
  let isPaused = false;
  let isDisposed = false;

  const publish = () => {
    const isTyping = pacer.isTyping();
    visible.publish({ isTyping, now: time.now() });
    if (isCompletionDue && !isTyping && !isDisposed) {
      isCompletionDue = false;
      callSafely(options.onComplete);
    }
  };

  const show = (text: string) => {
    visible.append(text);
    publish();
  };

  const append = (text: string, arrivedAt: number) => {
    pacer.append(text, arrivedAt);
    isCompletionDue = true;
  };

  /** Keeps at most the first `length` code units visible and types the rest of `text`, which begins with them. */
  const replace = (text: string, length: number, arrivedAt: number) => {
    const visibleLength = Math.min(length, visible.getSnapshot().text.length);
    // Graphemes have to be looked for from a boundary on, and the start of a block is one.
    const start = visible.truncate(visibleLength);
    const kept = pacer.replace(text.slice(start), visibleLength - start, arrivedAt);
    visible.truncate(start + kept);
    if (pacer.isTyping()) isCompletionDue = true;
  };

  /** Takes account of the latest text. */
  const read = () => {
    const change = inbox.read(time.now());
    if (!change) return;
    const { text, keptLength, isContinued, arrivedAt } = change;
    const { onReplace = 'diff' } = options;
    if (!isContinued) {
      replace(text, onReplace === 'diff' ? keptLength : 0, arrivedAt);
      show(onReplace === 'show' ? pacer.takeAll() : '');
    } else append(text.slice(keptLength), arrivedAt);
    // What has waited to be read may be past its deadline.
    pacer.advance(time.now());
  };

  /** Reads the latest text if it may not wait. Without frames or time, nothing would read it later. */
  const readInTime = () => {
    const mayWait = time.isRunning() && pacer.hasReserve() && !inbox.isDue(time.now(), options.maxLag);
    if (!mayWait) read();
  };

  const hasNextStep = () => pacer.hasWaiting() || visible.isBehind(pacer.isTyping());

  /**
   * Makes a method of `change`. Every method moves the time on first, so that the change happens now and not at the time
   * of the last frame. Afterwards it requests or cancels the next frame, because any change may leave more or nothing to
   * show. No method can forget either, because all are made here.
   */
  const inTime =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args): void => {
      pacer.advance(time.advance());
      change(...args);
      observer?.onTyping(visible, inbox.latest().length, visible.getSnapshot().text.length);

      const isRunning = !isDisposed && !isPaused && !options.paused;
      time.setRunning(isRunning);
      if (isRunning && hasNextStep()) steps.request(pacer.timeLeft());
      else steps.cancel();
    };

  /** Makes a method of `change`, for which all of the text has to be known. */
  const afterReading = <Args extends unknown[]>(change: (...args: Args) => void) =>
    inTime((...args: Args) => {
      read();
      change(...args);
    });

  const step = inTime(() => {
    if (options.reducedMotion !== 'ignore' && prefersReducedMotion()) pacer.hurry();
    readInTime();
    show(pacer.takeDue());
  });
  const steps = createSteps(clock, () => {
    const last = visible.getSnapshot();
    step();
    return visible.getSnapshot() !== last;
  });

  const revive = inTime(() => {
    isDisposed = false;
  });
  const dispose = inTime(() => {
    isDisposed = true;
  });

  replace(inbox.latest(), visible.getSnapshot().text.length, time.now());
  publish();
  options = initialOptions;

  return {
    getSnapshot: visible.getSnapshot,
    subscribe: (listener) => {
      const unsubscribe = visible.subscribe(listener);
      revive();
      return unsubscribe;
    },
    append: afterReading((delta) => {
      inbox.append(delta);
      if (delta) append(delta, time.now());
    }),
    setText: inTime((text) => {
      inbox.put(text, time.now());
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
      replace(inbox.latest(), 0, time.now());
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
      if (isStreaming) append('', time.now());
      else pacer.end();
    }),
    attach: () => dispose,
    dispose,
  };
}
