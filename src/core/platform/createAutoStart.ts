import type { StreamUrl } from '../request/RequestOptions.ts';

/** Ties a stream to the life of a component. */
export interface Attachment {
  /** Starts the stream where it is enabled. Returns the function that interrupts it. */
  attach(): () => void;
  /** The options changed: starts or interrupts where `enabled` did. */
  follow(): void;
  /** Does what starts the stream by hand, or `refuse` where the component is gone and nobody would stop it. */
  start(begin: () => void, refuse?: () => void): void;
  /** The stream was stopped by hand, so that it does not start by itself. */
  drop(): void;
}

/**
 * Creates an attachment. It starts in a microtask, which detaching cancels: StrictMode attaches, detaches and attaches
 * again at once, and only one request may come of it.
 *
 * @param options - gives the latest options.
 * @param run - gives what is under way, if anything is.
 * @param resume - starts, or goes on with what was interrupted.
 * @param interrupt - stops without calling back. Answers whether it may go on by itself later.
 */
export function createAutoStart(
  options: () => { enabled?: boolean | undefined; url: StreamUrl },
  run: () => unknown,
  resume: () => void,
  interrupt: () => boolean,
): Attachment {
  /** What stands for the life of the component; `undefined` before and `null` after it. */
  let life: object | undefined | null;
  /** Whether it may start by itself: nothing was started yet, or what was started was interrupted. */
  let isDue = true;
  /** Whether it was started by hand, so that `enabled` does not rule it until that is true. */
  let isManual = false;

  const isEnabled = () => {
    const { enabled = true, url } = options();
    return enabled && Boolean(url);
  };

  const follow = () => {
    const own = life;
    queueMicrotask(() => {
      if (!own || own !== life) return;
      isManual &&= !isEnabled();
      if (run()) {
        if (!isManual && !isEnabled()) isDue = interrupt();
      } else if (isDue && (isManual || isEnabled())) {
        isDue = false;
        resume();
      }
    });
  };

  return {
    attach: () => {
      life = {};
      follow();
      return () => {
        life = null;
        if (run()) isDue = interrupt();
      };
    },
    follow,
    start: (begin, refuse) => {
      const act = () => {
        if (life === null) return refuse?.();
        isManual = !isEnabled();
        isDue = false;
        begin();
      };
      // StrictMode takes a component away and brings it back in one turn, with the effects of its children in between.
      if (life === null) queueMicrotask(act);
      else act();
    },
    drop: () => {
      isDue = isManual = false;
    },
  };
}
