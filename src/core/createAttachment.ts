/** What an attachment drives. */
export interface Attachable {
  /** Whether the stream may start by itself. */
  isEnabled(): boolean;
  isRunning(): boolean;
  /** Starts, or goes on with what was interrupted. */
  resume(): void;
  /** Stops without calling back. Answers whether it may go on by itself later. */
  interrupt(): boolean;
}

/** Ties a stream to the life of a component. */
export interface Attachment {
  /** Whether the component is gone, and nothing may be started for it. */
  readonly isDetached: boolean;
  /** Starts the stream where it is enabled. Returns the function that interrupts it. */
  attach(): () => void;
  /** The options changed: starts or interrupts where `enabled` did. */
  follow(): void;
  /** The stream was started by hand, so that `enabled` does not rule it. */
  take(): void;
  /** The stream was stopped by hand, so that it does not start by itself. */
  drop(): void;
}

/**
 * Creates an attachment. It starts in a microtask, which detaching cancels: StrictMode attaches, detaches and attaches
 * again at once, and only one request may come of it.
 */
export function createAttachment({ isEnabled, isRunning, resume, interrupt }: Attachable): Attachment {
  let attachedAs: object | undefined;
  let isDetached = false;
  /** Whether it may start by itself: nothing was started yet, or what was started was interrupted. */
  let isDue = true;
  let isManual = false;
  let wasEnabled = false;

  const settle = () => {
    const enabled = isEnabled();
    if (isRunning()) {
      if (!enabled && !isManual) isDue = interrupt();
    } else if (isDue && (enabled || isManual)) {
      isDue = false;
      resume();
    }
  };
  const schedule = () => {
    const own = attachedAs;
    queueMicrotask(() => {
      if (own && own === attachedAs) settle();
    });
  };

  return {
    get isDetached() {
      return isDetached;
    },
    attach: () => {
      attachedAs = {};
      isDetached = false;
      wasEnabled = isEnabled();
      schedule();
      return () => {
        attachedAs = undefined;
        isDetached = true;
        if (isRunning()) isDue = interrupt();
      };
    },
    follow: () => {
      if (wasEnabled === isEnabled()) return;
      wasEnabled = isEnabled();
      if (wasEnabled) isManual = false;
      schedule();
    },
    take: () => {
      isManual = !isEnabled();
      isDue = false;
    },
    drop: () => {
      isDue = isManual = false;
    },
  };
}
