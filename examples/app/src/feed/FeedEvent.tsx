import { memo } from 'react';
import type { ServerSentEvent } from 'react-streamed';

/** One event of the feed. An event never changes, so it renders once. */
export const FeedEvent = memo(function FeedEvent({ event }: { event: ServerSentEvent }) {
  return (
    <li className="feed-event">
      <span className="feed-id">{event.lastEventId}</span>
      <span className={event.type === 'message' ? undefined : 'feed-type'}>{event.type}</span>
      <span>{event.data}</span>
    </li>
  );
});
