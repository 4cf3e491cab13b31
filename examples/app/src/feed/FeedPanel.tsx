import type { ServerSentEvent } from 'react-streamed';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { useStickToBottom } from '../ui/useStickToBottom.ts';
import { FeedEvent } from './FeedEvent.tsx';
import { FeedLine } from './FeedLine.tsx';
import './FeedPanel.css';
import { OutageButton } from './OutageButton.tsx';
import { TabsLine } from './TabsLine.tsx';
import { useFeed } from './useFeed.ts';
import code from './useFeed.ts?raw';

export function FeedPanel() {
  const feed = useFeed();
  const { scrollerRef, contentRef } = useStickToBottom();
  const isOn = feed.status !== 'closed' && feed.status !== 'error';

  return (
    <Panel title="Live feed" hook="useEventSource" status={feed.status} file="useFeed.ts" code={code}>
      <div className="feed-summary">
        <dl className="feed-facts">
          <div>
            <dt>Connections</dt>
            <dd>{feed.connections}</dd>
          </div>
          <div>
            <dt>Last event ID</dt>
            <dd>{feed.lastEventId || '–'}</dd>
          </div>
          <div>
            <dt>Gaps</dt>
            <dd>{countGaps(feed.data)}</dd>
          </div>
        </dl>
        <FeedLine status={feed.status} error={feed.error} reconnection={feed.reconnection} />
        {isOn && <TabsLine />}
      </div>
      <Scroller className="feed" label="Events" ref={scrollerRef}>
        <ol ref={contentRef}>
          {feed.data.map((event) => (
            <FeedEvent key={event.lastEventId} event={event} />
          ))}
        </ol>
      </Scroller>
      <div className="panel-actions">
        <Button onClick={isOn ? feed.close : feed.open}>{isOn ? 'Close' : 'Connect'}</Button>
        <Button isDisabled={feed.status !== 'reconnecting'} onClick={feed.reconnect}>
          Try now
        </Button>
        <OutageButton />
      </div>
    </Panel>
  );
}

/** The server numbers its events without a gap, so that their IDs show what is missing or came twice. */
function countGaps(events: readonly ServerSentEvent[]): number {
  return events.filter((event, index) => {
    const before = events[index - 1];
    return before && Number(event.lastEventId) !== Number(before.lastEventId) + 1;
  }).length;
}
