import type { FetchStreamSnapshot } from './FetchStreamStore.ts';

/** What a snapshot of a fetch stream shows besides its data. */
export interface FetchStreamState extends Pick<
  FetchStreamSnapshot<unknown>,
  'status' | 'error' | 'reconnection' | 'response'
> {
  /** The bytes that have arrived. */
  readonly loaded: number;
}
