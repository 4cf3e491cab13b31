import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { Snapshots } from '../items/createSnapshots.ts';
import type { StreamResponse } from '../request/StreamResponse.ts';
import type { StartRequestOptions } from '../request/startRequest.ts';
import type { KeyedSource } from '../request/isSameStream.ts';
import type { FetchStreamState } from './FetchStreamState.ts';
import type { FetchStreamResult } from './FetchStreamStore.ts';

/** How a fetch stream gets the rest of an answer whose response broke. `resumable` of `react-streamed/resume` makes one. */
export interface StreamResumption<Item = never> {
  /** Exists in types only: the items that it reads an id from. */
  readonly acceptsItem?: ((item: Item) => void) | undefined;
  /** Starts to follow the answers that one stream receives. */
  follow(stream: ResumableStream): AnswerFollower;
}

/** The options of a fetch stream that a resumption reads. They may change from one attempt to the next. */
export interface ResumableStreamOptions extends KeyedSource {
  readonly onOpen?: ((response: StreamResponse) => void) | undefined;
  readonly as?: StreamFormat | undefined;
  readonly until?: ((raw: never) => boolean) | undefined;
  readonly requireUntil?: unknown;
  readonly resume?: unknown;
}

/** What a fetch stream offers to its resumption. */
export interface ResumableStream {
  /** Returns the latest options. */
  options(): ResumableStreamOptions;
  readonly snapshots: Pick<
    Snapshots<FetchStreamState, unknown>,
    'accumulated' | 'endData' | 'forgetPrevious' | 'hold' | 'release' | 'show' | 'state' | 'update'
  >;
  /** Ends the run without calling back. */
  settle(result: FetchStreamResult<never>, showNext: () => void): void;
}

/** How an answer ends. */
export type EndStatus = 'done' | 'stopped' | 'error';

/** Follows the answers of one fetch stream, one after the other. */
export interface AnswerFollower {
  /** Whether the page was left during an answer that this stream has not continued yet. */
  isStored(): boolean;
  /** Whether an answer is known that has not ended, so that its rest can be asked for. */
  isOpen(): boolean;
  /** A run begins, which continues the open answer if there is one. Returns the request to send for it. */
  begin(request: StartRequestOptions, isCurrent: () => boolean): StartRequestOptions;
  /** The value of an item is in the data. If the run is interrupted now, its answer continues after that item. */
  onAdded(): void;
  /** An item has been handled. Returns whether it is called back: not if it was before, nor if the run was interrupted. */
  onItem(item: unknown): boolean;
  /** The answer has ended. If it was stopped, the server is told. */
  end(status: EndStatus): void;
}
