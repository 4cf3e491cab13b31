import type { ShownData } from '../items/createStreamData.ts';
import type { FetchStreamSnapshot } from './FetchStreamStore.ts';
import { measureProgress } from './measureProgress.ts';
import type { FetchStreamState } from './StreamResumption.ts';

/** Makes a snapshot of the state of a fetch stream and of what it shows of its data. */
export function composeSnapshot<Data>(state: FetchStreamState, shown: ShownData): FetchStreamSnapshot<Data> {
  const { status, error, reconnection, response, loaded } = state;
  const { data, isPrevious, count } = shown;
  return {
    status,
    data: data as Data,
    isPrevious,
    count,
    error,
    isStreaming: status === 'connecting' || status === 'streaming',
    reconnection,
    progress: measureProgress(loaded, response?.headers),
    response,
  };
}
