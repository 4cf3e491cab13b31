import type { ShownData } from '../items/createStreamData.ts';
import type { FetchStreamSnapshot } from './FetchStreamStore.ts';
import { measureProgress } from './measureProgress.ts';
import type { FetchStreamState } from './FetchStreamState.ts';

/** Makes a snapshot of the state of a fetch stream and of what it shows of its data. */
export function composeSnapshot<Data>(state: FetchStreamState, shown: ShownData): FetchStreamSnapshot<Data> {
  const { loaded, ...visible } = state;
  const { data, isPrevious, count } = shown;
  return {
    ...visible,
    data: data as Data,
    isPrevious,
    count,
    isStreaming: state.status === 'connecting' || state.status === 'streaming',
    progress: measureProgress(loaded, state.response?.headers),
  };
}
