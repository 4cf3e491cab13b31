/** Watches all streams and typewriters, for tools that show what they do. Its functions never throw. */
export interface StreamObserver {
  /**
   * Called before each attempt to send a request: the first one and every retry.
   *
   * @returns the attempt to make: the same one, or a copy whose listener tells the observer more.
   */
  watchAttempt<Attempt extends object>(attempt: Attempt): Attempt;
  /**
   * Called when something has arrived that a stream will show. It may be called once for all that arrives before the next
   * snapshot.
   *
   * @param stream - returns the latest options of the stream. Each stream has its own function.
   */
  onArrival(stream: () => object): void;
  /** Called when a stream publishes a snapshot, before its listeners are. */
  onSnapshot(stream: () => object, snapshot: object): void;
  /** Called when React has committed a component with the snapshot of its stream, even if the snapshot has not changed. */
  onCommit(snapshot: object): void;
  /**
   * Called when text has arrived at a typewriter or was shown.
   *
   * @param typewriter - tells it from others.
   * @param arrived - the length of the whole text.
   * @param shown - the length of the visible text.
   */
  onTyping(typewriter: object, arrived: number, shown: number): void;
}

/** The observer of this copy of the package. */
export let observer: StreamObserver | undefined;

/** Sets the observer, or removes it. */
export function setObserver(next: StreamObserver | undefined): void {
  observer = next;
}
