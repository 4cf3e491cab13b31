/** How a tab stands for the lead. */
export interface CandidacyOptions {
  /** What all tabs call the lock. */
  readonly name: string;
  /** Waits until the tab has heard what a former leader has posted, which may be that the stream has ended. */
  catchUp(): Promise<void>;
  /** The tab leads now. */
  onElected(): void;
  /** Another tab has taken the lock. */
  onStolen(): void;
}

/** A tab's wish to hold the lock of a name. The tab that holds it leads. */
export interface Candidacy {
  /** Waits for the lock, or takes it from whoever holds it. */
  stand(options?: Pick<LockOptions, 'steal'>): void;
  /**
   * Waits no longer, and gives up the lock if this tab holds it.
   *
   * @param delay - the lock is kept until then.
   */
  withdraw(delay?: Promise<void>): void;
}

/** Creates the candidacy of a tab that does not stand yet. */
export function createCandidacy({ name, catchUp, onElected, onStolen }: CandidacyOptions): Candidacy {
  let latest = new AbortController();
  let release: ((delay?: Promise<void>) => void) | undefined;

  const withdraw = (delay?: Promise<void>) => {
    latest.abort();
    release?.(delay);
  };
  const stand = (options: LockOptions = {}) => {
    withdraw();
    const own = new AbortController();
    latest = own;
    const ifCurrent = (callback: () => void) => {
      if (!own.signal.aborted) callback();
    };
    const onGranted = () => {
      // A stolen lock is granted even if this tab has left meanwhile.
      if (own.signal.aborted) return undefined;
      return new Promise<void>((resolve) => {
        release = resolve;
        void catchUp().then(() => ifCurrent(onElected));
      });
    };
    // A page that may not use locks is alone, such as a sandboxed frame.
    const onRefused = (error: Error) => ifCurrent(error.name === 'AbortError' ? onStolen : onElected);
    const signal = options.steal ? {} : { signal: own.signal };
    navigator.locks.request(name, { ...options, ...signal }, onGranted).catch(onRefused);
  };
  return { stand, withdraw };
}
