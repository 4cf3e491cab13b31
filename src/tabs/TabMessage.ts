import type { PackedItems } from './packItems.ts';
import type { PackedState } from './packState.ts';

/** What arrived in one chunk of the response. Without items, it only shows that the leader is alive. */
export interface Batch {
  /** The ordinal of the first event in it, or of the one that follows if there is none. */
  readonly from: number;
  readonly items: PackedItems;
  /** The last event ID after it. Empty if there is none. */
  readonly lastEventId: string;
  /** Set in an answer: the ordinal from which a follower has asked for events. */
  readonly need?: number | undefined;
}

/** What a leader posts. */
export interface LeaderMessage extends Batch {
  /**
   * Numbers the leaders, and the states of their requests. It always rises, so a message with a lower term than one before
   * comes from a former leader.
   */
  readonly term: number;
  /** The state of the request, if it is new or a follower has joined. */
  readonly state?: PackedState | undefined;
  /** The reconnection time that the stream has set, in milliseconds. */
  readonly reconnectionTime: number | undefined;
  /** Whether a tab that is visible may take over. */
  readonly isHidden: boolean;
}

/** What a follower posts: it has joined or become visible, or it lacks the events from an ordinal on. */
export interface FollowerMessage {
  readonly need: number | 'state';
}

/** What a page posts to itself, to learn that the messages before it have been delivered. */
export interface EchoMessage {
  readonly echo: number;
}

/** A message of a channel. */
export type TabMessage = LeaderMessage | FollowerMessage | EchoMessage;
