/** The place of a status in the grid of the diagram. */
export interface StatusPlace {
  readonly column: number;
  readonly row: number;
}

/** The statuses of a hook, and how one follows another. */
export interface StatusGraph {
  readonly statuses: Readonly<Record<string, StatusPlace>>;
  readonly ways: readonly { readonly from: string; readonly to: string }[];
}

/** `useEventSource`. */
export const eventSourceStatuses: StatusGraph = {
  statuses: {
    idle: { column: 0, row: 0 },
    connecting: { column: 1, row: 0 },
    open: { column: 2, row: 0 },
    reconnecting: { column: 2, row: 1 },
    error: { column: 1, row: 1 },
    closed: { column: 3, row: 0 },
  },
  ways: [
    { from: 'idle', to: 'connecting' },
    { from: 'connecting', to: 'open' },
    { from: 'connecting', to: 'error' },
    { from: 'open', to: 'reconnecting' },
    { from: 'reconnecting', to: 'open' },
    { from: 'reconnecting', to: 'error' },
    { from: 'open', to: 'closed' },
  ],
};

/** `useFetchStream`. */
export const fetchStreamStatuses: StatusGraph = {
  statuses: {
    idle: { column: 0, row: 0 },
    connecting: { column: 1, row: 0 },
    streaming: { column: 2, row: 0 },
    done: { column: 3, row: 0 },
    error: { column: 1, row: 1 },
    stopped: { column: 3, row: 1 },
  },
  ways: [
    { from: 'idle', to: 'connecting' },
    { from: 'connecting', to: 'streaming' },
    { from: 'connecting', to: 'error' },
    { from: 'streaming', to: 'done' },
    { from: 'streaming', to: 'error' },
    { from: 'streaming', to: 'stopped' },
  ],
};
