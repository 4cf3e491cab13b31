/** What a consumer that takes one item after the other adds to the options of a stream. */
export interface BackPressure {
  /** Returns a promise that reading waits for, if the consumer is still busy. */
  whenReady?: (() => Promise<void> | undefined) | undefined;
}
