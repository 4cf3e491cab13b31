import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { EventSourceDemo } from './support/demos/EventSourceDemo.tsx';
import { EventSourcePlayground } from './support/demos/EventSourcePlayground.tsx';
import { expectItems } from './support/expect/expectItems.ts';
import { expectStatus } from './support/expect/expectStatus.ts';
import { MarketDemo } from './support/demos/MarketDemo.tsx';
import { readings, stays, ticks } from './support/server/scripts.ts';
import { pickControls, serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';
import { SharedFeedDemo } from './support/demos/SharedFeedDemo.tsx';
import { TallyDemo } from './support/demos/TallyDemo.tsx';
import { ThrottleDemo } from './support/demos/ThrottleDemo.tsx';

const meta = {
  title: 'useEventSource',
  component: EventSourceDemo,
  args: { url: '/feed' },
  argTypes: { url: { control: 'text' } },
  parameters: { given: { accumulate: 'list({ limit: 50 })' } },
} satisfies Meta<typeof EventSourceDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Events arrive over an open connection. */
export const Open: Story = {
  parameters: { script: [...readings(1, 6), stays] },
  play: async ({ canvas, step }) => {
    await step('the connection opens', () => expectStatus(canvas, 'Open'));
    await step('six events arrive', () => expectItems(canvas, 6));
  },
};

/** The request is sent and the server has not answered yet. */
export const Connecting: Story = {
  parameters: { script: [stays] },
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Connecting');
  },
};

/** The connection broke. The hook waits, and `reconnection.at` drives the countdown. */
export const Reconnecting: Story = {
  args: { reconnect: { initialDelay: 30_000, jitter: false } },
  parameters: { script: [...readings(1, 3), { after: 100, drop: true }] },
  play: async ({ canvas, step }) => {
    await step('the connection breaks', () => expectStatus(canvas, 'Reconnecting'));
    await step('the next attempt is counted down', async () => {
      await expect(canvas.getByText(/^Attempt 1 in \d+ s$/)).toBeVisible();
    });
  },
};

/** After a cut the hook sends the last event ID, and the server goes on where it was: nothing doubled, nothing lost. */
export const Resumed: Story = {
  args: { reconnect: { initialDelay: 300, jitter: false } },
  parameters: {
    script: [
      [...readings(1, 3), { after: 100, drop: true }],
      [...readings(4, 6), stays],
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the connection breaks', () => expectStatus(canvas, 'Reconnecting'));
    await step('it opens again', () => expectStatus(canvas, 'Open'));
    await step('all six events are there', () => expectItems(canvas, 6));
  },
};

/** The user does not wait for the countdown. */
export const ReconnectNow: Story = {
  args: { reconnect: { initialDelay: 60_000, jitter: false } },
  parameters: { script: [[{ fail: true }], [...readings(1, 3), stays]] },
  play: async ({ canvas, step, userEvent }) => {
    await step('the first attempt fails', () => expectStatus(canvas, 'Reconnecting'));
    await step('the user asks for the next one', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect now' }));
      await expectStatus(canvas, 'Open');
    });
    await step('the feed runs', () => expectItems(canvas, 3));
  },
};

/** `until` ends the stream well when the server says so, and keeps that event out of the data. */
export const Ended: Story = {
  args: { until: (event) => event.type === 'end' },
  parameters: { script: [...readings(1, 3), { after: 120, event: { type: 'end', data: 'bye' } }, stays] },
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Closed'));
    await step('the closing event is not shown', async () => {
      await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    });
  },
};

/** A stop by the user is no error: the data stays. */
export const ClosedByUser: Story = {
  parameters: { script: [...readings(1, 3), stays] },
  play: async ({ canvas, step, userEvent }) => {
    await step('events arrive', () => expectItems(canvas, 3));
    await step('the user closes the source', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
      await expectStatus(canvas, 'Closed');
      await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    });
  },
};

/** With `enabled: false` or the url `null`, nothing is sent until `open()` is called. */
export const Idle: Story = {
  args: { enabled: false },
  parameters: { script: [...readings(1, 2), stays] },
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Idle');
  },
};

/** A status such as 401 fails at once, and the error holds the status, the headers and the body. */
export const HttpError: Story = {
  parameters: { script: [{ after: 100, status: 401, json: { error: 'Your session has ended.' } }] },
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByText('http')).toBeVisible();
    });
  },
};

/** A page instead of a stream, as a proxy's sign-in page would be. */
export const WrongContentType: Story = {
  parameters: { script: [{ after: 100, headers: { 'content-type': 'text/html' }, text: '<h1>Sign in</h1>' }] },
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByText('content-type')).toBeVisible();
    });
  },
};

/** The status 204 tells a client to stop for good. */
export const NoContent: Story = {
  parameters: { script: [{ after: 100, status: 204 }] },
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Closed');
  },
};

/** `types` picks the event types to deliver, and `parse: 'json'` makes values of their data. */
export const NamedEvents: Story = {
  args: { types: ['price', 'trade'], parse: 'json' },
  parameters: {
    script: [
      { after: 100, event: { type: 'price', data: { symbol: 'ACME', price: 12.5 } } },
      { after: 100, event: { type: 'heartbeat', data: {} } },
      { after: 100, event: { type: 'trade', data: { symbol: 'ACME', shares: 40 } } },
      stays,
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the connection opens', () => expectStatus(canvas, 'Open'));
    await step('the heartbeat is left out', () => expectItems(canvas, 2));
  },
};

/** With `idleTimeout` a connection that has gone quiet counts as broken. */
export const Stalled: Story = {
  args: { idleTimeout: 500, reconnect: false },
  parameters: { script: [...readings(1, 2), stays] },
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByText('stalled')).toBeVisible();
    });
  },
};

/** `share`: two components ask for the same feed and one request is sent. One that comes later joins the open connection. */
export const Shared: StoryObj<typeof SharedFeedDemo> = {
  args: { share: true },
  parameters: { script: [...readings(1, 40, 400), stays], given: { accumulate: 'latest()' } },
  render: (args) => <SharedFeedDemo {...args} />,
  play: async ({ canvas, step, userEvent }) => {
    await step('both components show the same reading', async () => {
      await waitFor(() => expect(canvas.getAllByText(/^Reading 1:/)).toHaveLength(2), { timeout: 5000 });
    });
    await step('a third one joins', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Add a component' }));
      await waitFor(() => expect(canvas.getAllByText(/^Reading/)).toHaveLength(3), { timeout: 5000 });
    });
    await step('one request was sent', async () => {
      await expect(canvas.getByText('Requests').nextSibling).toHaveTextContent('1');
    });
  },
};

/** `parse` by event type, with a schema for each: what does not fit is told to `onParseError`, and the stream goes on. */
export const ParsedBySchema: StoryObj<typeof MarketDemo> = {
  parameters: {
    script: [
      { after: 200, event: { id: 1, type: 'price', data: { symbol: 'ACME', price: 12.5 } } },
      { after: 200, event: { id: 2, type: 'price', data: { symbol: 'ACME', price: 'twelve' } } },
      { after: 200, event: { id: 3, type: 'trade', data: { symbol: 'ACME', shares: 40 } } },
      { after: 200, event: { id: 4, type: 'notice', data: 'The market closes in an hour' } },
      stays,
    ],
    given: { parse: "{ price: Price, trade: Trade, notice: 'text' }", accumulate: 'list({ limit: 50 })' },
  },
  render: (args) => <MarketDemo {...args} />,
  play: async ({ canvas, step }) => {
    await step('three events fit', () => expectItems(canvas, 3));
    await step('the one that does not is told', async () => {
      await expect(canvas.getByText(/^price .*expected number/)).toBeVisible();
    });
  },
};

/** `accumulate: reduce(fn, initial)` keeps a sum instead of the events. */
export const Reduced: StoryObj<typeof TallyDemo> = {
  args: { until: (event) => event.type === 'end' },
  parameters: {
    script: [
      ...['Apple', 'Pear', 'Apple', 'Plum', 'Apple', 'Pear', 'Apple'].map((data) => ({ after: 150, event: data })),
      { after: 150, event: { type: 'end', data: '' } },
    ],
    given: {
      accumulate: 'reduce((tally, name) => ({ ...tally, [name]: (tally[name] ?? 0) + 1 }), {})',
    },
  },
  render: (args) => <TallyDemo {...args} />,
  play: async ({ canvas, step }) => {
    await step('the vote ends', () => expectStatus(canvas, 'Closed'));
    await step('each vote was counted', async () => {
      const rows = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
      await expect(rows).toEqual(['Apple4', 'Pear2', 'Plum1']);
    });
  },
};

/** `throttle`: by default a component renders once a frame, however many events arrive. All of them end with the same data. */
export const Throttled: StoryObj<typeof ThrottleDemo> = {
  args: { throttles: ['none', 'frame', 500], until: (event) => event.type === 'end' },
  parameters: {
    script: [...ticks(400, 5), { event: { type: 'end', data: '' } }],
    given: { accumulate: 'latest()', throttle: "'frame'" },
  },
  render: (args) => <ThrottleDemo {...args} />,
  play: async ({ canvas, step }) => {
    await step('the streams end', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Done'), { timeout: 15_000 });
    });
    await step('no reader has lost an event', async () => {
      await expect(canvas.getAllByText(/^400 events/)).toHaveLength(3);
    });
  },
};

/** Change the mock server in the Controls while the feed runs: its pace, its bursts, what breaks and what it answers. */
export const Playground: StoryObj<typeof EventSourcePlayground> = {
  args: { ...serverArgs, idleTimeout: 5000 },
  argTypes: serverArgTypes,
  parameters: { controls: pickControls() },
  render: (args) => <EventSourcePlayground {...args} />,
  play: async ({ canvas }) => {
    await expectItems(canvas, 3);
  },
};
