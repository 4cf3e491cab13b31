/** What starts and interrupts a stream. */
export interface AutoStartOptions {
  /** Whether the options allow the stream to start by itself. */
  isEnabled(): boolean;
  /** Whether something is under way. */
  isRunning(): boolean;
  /** Starts the stream, or continues what was interrupted. */
  resume(): void;
  /** Stops the stream without calling back. Returns whether it may continue by itself later. */
  interrupt(): boolean;
  /** Called instead of `resume` if the stream does not start by itself. */
  stayIdle(): void;
}

/** The effect that attaches a stream to a component. */
export type AttachingEffect = 'layout' | 'passive';

/** Starts and interrupts a stream with the life of a component, and with the option `enabled`. */
export interface AutoStart {
  /** Starts the stream if it is enabled. Returns the function that interrupts it. */
  attach(effect?: AttachingEffect): () => void;
  /** The options have changed: starts or interrupts the stream if `enabled` says so. */
  follow(): void;
  /** Calls `begin`, which starts the stream by hand; or `refuse` if the component is gone, because nobody would stop it. */
  startByHand(begin: () => void, refuse?: () => void): void;
  /** The stream was stopped by hand: it does not start by itself again. */
  stopByHand(): void;
}

/**
 * Creates an auto-start. It acts in a microtask, which detaching cancels: StrictMode attaches, detaches and attaches
 * again in one turn, and only one request may be sent.
 */
export function createAutoStart({ isEnabled, isRunning, resume, interrupt, stayIdle }: AutoStartOptions): AutoStart {
  let phase: 'unmounted' | 'mounted' | 'gone' = 'unmounted';
  /** The number of the latest start or stop by hand: a start that waits does nothing after another one. */
  let command = 0;
  /** Whether it may start by itself: it has not been started yet, or it was interrupted. */
  let isDue = true;
  /** Whether it was started by hand while it was not enabled: `enabled` then has no say until it is `true`. */
  let isManual = false;

  const act = () => {
    if (isEnabled()) isManual = false;
    const mayRun = isManual || isEnabled();
    if (isRunning()) {
      if (!mayRun) isDue = interrupt();
    } else if (isDue && mayRun) {
      isDue = false;
      resume();
    } else {
      stayIdle();
    }
  };

  const follow = () => {
    queueMicrotask(() => {
      if (phase === 'mounted') act();
    });
  };

  const leave = () => {
    if (isRunning()) isDue = interrupt();
  };

  return {
    attach: (effect) => {
      phase = 'mounted';
      follow();
      return () => {
        phase = 'gone';
        if (effect === 'passive') {
          leave();
          return;
        }
        // StrictMode repeats layout effects after the request was sent, and attaches again in this turn.
        queueMicrotask(() => {
          if (phase === 'gone') leave();
        });
      };
    },
    follow,
    startByHand: (begin, refuse) => {
      command += 1;
      const own = command;
      const start = () => {
        if (phase === 'gone' || command !== own) {
          refuse?.();
          return;
        }
        isManual = !isEnabled();
        isDue = false;
        begin();
      };
      // StrictMode unmounts and remounts a component in one turn, and runs its children's effects in between.
      if (phase === 'gone') queueMicrotask(start);
      else start();
    },
    stopByHand: () => {
      command += 1;
      isDue = false;
    },
  };
}
