import type { Clock } from '../platform/clock.ts';
import { pacingOf, type Publisher } from '../platform/createPacing.ts';
import { requestFrame } from '../platform/requestFrame.ts';

/**
 * When items are published: at the frames that leave the page most of its time, at every frame, at most once in that many
 * milliseconds, or each at once.
 */
export type Throttle = 'auto' | 'frame' | 'none' | number;

/** What a throttle works with. */
export interface ThrottleContext {
  readonly clock: Clock;
  /** Returns the latest value of the option. */
  option(): Throttle | undefined;
  publish(): void;
}

/** Decides when the items of a stream are published. */
export interface ItemThrottle {
  /** Whether something has arrived that has not been published. */
  hasNews(): boolean;
  /** Something new has arrived. It is published at the end of this turn if nothing was lately, and else soon. */
  request(): void;
  /** Forgets what was requested, because the caller publishes. The next request is the first of a new phase. */
  reset(): void;
}

/** Creates the throttle of one stream. */
export function createThrottle({ clock, option, publish }: ThrottleContext): ItemThrottle {
  let hasNews = false;
  /** Whether something was published since the latest reset. */
  let hasPublished = false;
  /** Ends the time in which nothing is published. */
  let closeWindow: (() => void) | undefined;

  const setting = () => option() ?? 'auto';

  const publishNews = () => {
    hasNews = false;
    hasPublished = true;
    publish();
  };
  const paced: Publisher = {
    publish: () => {
      const isNew = hasNews;
      if (isNew) publishNews();
      return isNew;
    },
    onIdle: () => {
      closeWindow = undefined;
    },
  };
  const onWindowEnd = () => {
    closeWindow = undefined;
    if (!hasNews) return;
    openWindow();
    publishNews();
  };
  const openWindow = () => {
    const throttle = setting();
    if (throttle === 'auto') {
      closeWindow = pacingOf(clock).join(paced);
    } else if (typeof throttle === 'number') {
      const timer = clock.setTimeout(onWindowEnd, throttle);
      closeWindow = () => clock.clearTimeout(timer);
    } else {
      closeWindow = requestFrame(clock, onWindowEnd);
    }
  };

  const mustRest = () => setting() === 'auto' && pacingOf(clock).isResting();
  const publishFirst = () => {
    if (!hasNews) return;
    if (setting() === 'auto') pacingOf(clock).run(publishNews);
    else publishNews();
  };

  return {
    hasNews: () => hasNews,
    request: () => {
      if (setting() === 'none') {
        publishNews();
        return;
      }
      hasNews = true;
      if (closeWindow) return;
      // Other streams may have used up the page's time. The first item is shown all the same.
      const isDelayed = hasPublished && mustRest();
      openWindow();
      // After the whole chunk, so that the events that arrived with the first one are published with it.
      if (!isDelayed) queueMicrotask(publishFirst);
    },
    reset: () => {
      hasNews = false;
      hasPublished = false;
      closeWindow?.();
      closeWindow = undefined;
    },
  };
}
