import { createEventSource } from 'react-streamed/core';
import { acrossTabs, queryTabs } from 'react-streamed/tabs';
import { createClockFeed } from './createClockFeed.ts';

/** What a frame tells the page that it is in. */
export interface TabReport {
  readonly status: string;
  readonly isLeader: boolean;
  readonly lastEventId: string;
  readonly lost: number;
}

// A frame is another page to the browser, as a tab is: it has its own locks and its own memory.
const name = document.documentElement.dataset['name'] ?? '';
let latest: number | undefined;
let lost = 0;

const source = createEventSource('/feed', {
  share: acrossTabs(name),
  fetch: createClockFeed(),
  onEvent: (_item, { lastEventId }) => {
    const id = Number(lastEventId);
    if (latest !== undefined) lost += id - latest - 1;
    latest = id;
  },
});

async function report() {
  const { isLeader } = await queryTabs(name);
  const { status, lastEventId } = source.getSnapshot();
  parent.postMessage({ status, isLeader, lastEventId, lost } satisfies TabReport, parent.location.origin);
}

source.subscribe(() => void report());
source.open();
