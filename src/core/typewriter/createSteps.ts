import type { Clock } from '../platform/clock.ts';
import { pacingOf } from '../platform/createPacing.ts';
import { requestFrame } from '../platform/requestFrame.ts';

/** A page may rest that long between two steps, in milliseconds. If a deadline is nearer, the step does not wait for that. */
const longestPause = 150;

/** The steps in which a typewriter shows its text. */
export interface Steps {
  /**
   * Requests the next step, unless it is requested already.
   *
   * @param timeLeft - how long it takes until text is late, in milliseconds.
   */
  request(timeLeft: number): void;
  /** Cancels the step that was requested. */
  cancel(): void;
}

/**
 * Creates the steps of a typewriter. They come with the frames of the page, fewer of them if its frames are slow.
 *
 * @param step - makes the step, and returns whether it has shown something new.
 */
export function createSteps(clock: Clock, step: () => boolean): Steps {
  let cancelFrame: (() => void) | undefined;
  let isUrgent = false;

  const cancel = () => {
    cancelFrame?.();
    cancelFrame = undefined;
  };
  const request = (timeLeft: number) => {
    const wasUrgent = isUrgent;
    isUrgent = timeLeft < longestPause;
    if (isUrgent !== wasUrgent) cancel();
    cancelFrame ??= isUrgent ? requestFrame(clock, makeUrgentStep) : pacingOf(clock).join(paced);
  };
  const makeUrgentStep = () => {
    cancelFrame = undefined;
    step();
  };
  const paced = {
    publish: step,
    // Nothing is due yet, but text waits.
    onIdle: () => {
      cancelFrame = undefined;
      request(Infinity);
    },
  };
  return { request, cancel };
}
