import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose } from './support/controls/choices.ts';
import { eventSourceArgTypes, eventSourceSpies } from './support/controls/eventSourceArgTypes.ts';
import { serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';
import { EventSourceDemo } from './support/demos/EventSourceDemo.tsx';
import { EventSourcePlayground } from './support/demos/EventSourcePlayground.tsx';
import { MarketDemo } from './support/demos/MarketDemo.tsx';
import { SharedFeedDemo } from './support/demos/SharedFeedDemo.tsx';
import { TallyDemo } from './support/demos/TallyDemo.tsx';
import { ThrottleDemo } from './support/demos/ThrottleDemo.tsx';
import { paragraphs, readings, stays } from './support/server/scripts.ts';

const meta = {
  title: 'useEventSource',
  // Its page is useEventSource.mdx.
  tags: ['!autodocs'],
  component: EventSourceDemo,
  args: { url: '/feed', accumulate: choose('list({ limit: 10 })'), ...eventSourceSpies },
  argTypes: eventSourceArgTypes,
} satisfies Meta<typeof EventSourceDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The whole life of a feed: it connects, loses its connection, resumes after the last event, and ends. */
export const LifeOfAFeed: Story = {
  name: 'Life of a feed',
  args: {
    reconnect: choose('{ initialDelay: 2000, maxDelay: 8000, jitter: false }'),
    until: choose("({ type }) => type === 'end'"),
  },
  parameters: {
    showsWire: true,
    script: [
      [...readings(1, 3), { after: 700, drop: true }],
      [...readings(4, 6), { after: 700, event: { type: 'end', data: 'bye' } }],
    ],
  },
};

/** Events arrive over an open connection. The newest one is on top. */
export const Open: Story = {
  parameters: { script: [...readings(1, 60), stays] },
};

/** The request has been sent, and the server has not answered yet. */
export const Connecting: Story = {
  parameters: { script: [stays] },
};

/** The connection broke. The hook waits, and `reconnection.at` drives the countdown. */
export const Reconnecting: Story = {
  args: { reconnect: choose('{ initialDelay: 60_000, jitter: false }') },
  parameters: { script: [...readings(1, 3), { after: 400, drop: true }] },
};

/** After a cut the hook sends the last event ID, and the server resumes after it: nothing is doubled, nothing is lost. */
export const Resumed: Story = {
  args: { reconnect: choose('{ initialDelay: 3000, jitter: false }') },
  parameters: {
    script: [
      [...readings(1, 3), { after: 400, drop: true }],
      [...readings(4, 6), stays],
    ],
  },
};

/** Press **Reconnect now** to end the wait. Without it, the next attempt is a minute away. */
export const ReconnectNow: Story = {
  name: 'Reconnect now',
  args: { reconnect: choose('{ initialDelay: 60_000, jitter: false }') },
  parameters: { script: [[{ after: 400, fail: true }], [...readings(1, 60), stays]] },
};

/** `until` ends the stream normally when the server says so, and keeps that event out of the data. */
export const Ended: Story = {
  args: { until: choose("({ type }) => type === 'end'") },
  parameters: { script: [...readings(1, 5), { after: 700, event: { type: 'end', data: 'bye' } }, stays] },
};

/** Press **Close** to stop the feed. Stopping is not an error: the data is kept. */
export const ClosedByUser: Story = {
  name: 'Closed by the user',
  parameters: { script: [...readings(1, 60), stays] },
};

/** With `enabled: false` or the url `null`, nothing is sent until `open()` is called. Press **Open**. */
export const Idle: Story = {
  args: { enabled: false },
  parameters: { script: [...readings(1, 60), stays] },
};

/** A status such as 401 fails at once. The error holds the status, the headers and the body. */
export const HttpError: Story = {
  name: 'HTTP error',
  parameters: { script: [{ after: 400, status: 401, json: { error: 'Your session has ended.' } }] },
};

/** A page instead of a stream, for example the sign-in page of a proxy. */
export const WrongContentType: Story = {
  name: 'Wrong content type',
  parameters: { script: [{ after: 400, headers: { 'content-type': 'text/html' }, text: '<h1>Sign in</h1>' }] },
};

/** The status 204 tells a client to stop for good. */
export const NoContent: Story = {
  name: 'No content',
  parameters: { script: [{ after: 400, status: 204 }] },
};

/** `types` picks the event types to deliver. `parse` by event type gives each item its name. The heartbeats are left out. */
export const NamedEvents: Story = {
  name: 'Named events',
  args: { types: ['price', 'trade'], parse: choose("{ price: 'json', trade: 'json' }") },
  parameters: {
    script: [
      { after: 700, event: { type: 'price', data: { symbol: 'ACME', price: 12.5 } } },
      { after: 700, event: { type: 'heartbeat', data: {} } },
      { after: 700, event: { type: 'trade', data: { symbol: 'ACME', shares: 40 } } },
      { after: 700, event: { type: 'price', data: { symbol: 'ACME', price: 12.75 } } },
      stays,
    ],
  },
};

/** With `idleTimeout`, a connection that has gone quiet counts as broken. */
export const Stalled: Story = {
  args: { idleTimeout: 2000, reconnect: choose('false') },
  parameters: { script: [...readings(1, 3), stays] },
};

/** `share`: two components ask for the same feed and one request is sent. A component that is added joins the connection. */
export const Shared: StoryObj<typeof SharedFeedDemo> = {
  args: { share: choose('true') },
  parameters: {
    script: [...readings(1, 60, 1000), stays],
    given: { accumulate: 'latest()' },
    controls: { include: ['url', 'share', 'key', 'enabled', 'reconnect', 'fetch'] },
  },
  render: (args) => <SharedFeedDemo {...args} />,
};

/** `parse` with a schema for each event type. Events that do not match go to `onParseError`, and the stream continues. */
export const ParsedBySchema: StoryObj<typeof MarketDemo> = {
  name: 'Parsed by schema',
  parameters: {
    script: [
      { after: 700, event: { id: 1, type: 'price', data: { symbol: 'ACME', price: 12.5 } } },
      { after: 700, event: { id: 2, type: 'price', data: { symbol: 'ACME', price: 'twelve' } } },
      { after: 700, event: { id: 3, type: 'trade', data: { symbol: 'ACME', shares: 40 } } },
      { after: 700, event: { id: 4, type: 'notice', data: 'The market closes in an hour' } },
      stays,
    ],
    given: { parse: "{ price: Price, trade: Trade, notice: 'text' }", accumulate: 'list({ limit: 50 })' },
    controls: { include: ['url', 'types', 'enabled', 'throttle', 'fetch'] },
  },
  render: (args) => <MarketDemo {...args} />,
};

/** `accumulate: reduce(fn, initial)` keeps a sum instead of the events. */
export const Reduced: StoryObj<typeof TallyDemo> = {
  args: { until: choose("({ type }) => type === 'end'") },
  parameters: {
    script: [
      ...['Apple', 'Pear', 'Apple', 'Plum', 'Apple', 'Pear', 'Apple'].map((data) => ({ after: 600, event: data })),
      { after: 600, event: { type: 'end', data: '' } },
    ],
    given: { accumulate: 'reduce((tally, name) => ({ ...tally, [name]: (tally[name] ?? 0) + 1 }), {})' },
    controls: { include: ['url', 'until', 'enabled', 'throttle', 'fetch'] },
  },
  render: (args) => <TallyDemo {...args} />,
};

/**
 * `throttle`: three readers show the same long text, one after another. With `'none'` the page renders each event, with
 * `'frame'` each frame. With `'auto'`, the default, it renders less often as the text gets longer, so that it still answers.
 * The difference is larger on a slow device: choose a CPU throttling of 4x in the browser's Performance panel.
 */
export const Throttled: StoryObj<typeof ThrottleDemo> = {
  args: { throttles: ['auto', 'frame', 'none'], until: choose("({ type }) => type === 'end'") },
  argTypes: { throttles: { control: 'inline-check', options: ['auto', 'frame', 'none', 100, 500, 1000] } },
  parameters: {
    script: [...paragraphs(160, 10), { event: { type: 'end', data: '' } }],
    given: { accumulate: 'concat()', throttle: "'auto'" },
    controls: { include: ['url', 'throttles', 'until', 'enabled', 'fetch'] },
  },
  render: (args) => <ThrottleDemo {...args} />,
};

/** Change the mock server in the Controls while the feed runs: its pace, its bursts, what breaks and what it answers. */
export const Playground: StoryObj<typeof EventSourcePlayground> = {
  args: { ...serverArgs, idleTimeout: 5000 },
  argTypes: serverArgTypes,
  render: (args) => <EventSourcePlayground {...args} />,
};
