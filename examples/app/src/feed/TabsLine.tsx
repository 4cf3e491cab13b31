import type { TabRoles } from 'react-streamed/tabs';
import { feedName } from './useFeed.ts';
import { useTabRoles } from './useTabRoles.ts';

/** Which tab holds the connection of the feed, and how many follow. */
export function TabsLine() {
  const roles = useTabRoles(feedName);
  return <p className="panel-line">{roles ? describe(roles) : 'Looking for other tabs…'}</p>;
}

function describe({ isLeader, followers }: TabRoles): string {
  if (isLeader && followers === 0) return 'This tab is connected. Open another one.';
  if (followers === 0) return 'No other tab shares the connection.';
  if (isLeader) return `This tab is connected, and ${followers === 1 ? '1 follows' : `${followers} follow`}.`;
  return `Another tab is connected, and ${followers === 1 ? 'this one follows' : `${followers} follow`}.`;
}
