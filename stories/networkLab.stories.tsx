import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose, selectOf } from './support/controls/choices.ts';
import { policies } from './support/controls/policies.ts';
import { NetworkLabDemo } from './support/demos/NetworkLabDemo.tsx';

const timeout = { type: 'number', min: 0, step: 500 } as const;

const meta = {
  title: 'Network lab',
  component: NetworkLabDemo,
  args: {
    url: '/feed',
    reconnect: choose('{ initialDelay: 2000, maxDelay: 8000, jitter: false }'),
    idleTimeout: 3000,
    connectTimeout: 3000,
  },
  argTypes: {
    url: { control: 'text' },
    reconnect: selectOf(policies),
    idleTimeout: { control: timeout },
    connectTimeout: { control: timeout },
  },
  parameters: { hook: 'useEventSource' },
} satisfies Meta<typeof NetworkLabDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * A feed on a network that you break: cut it, stall it, let the server answer 503 or 401, restore it. Watch the source
 * wait longer each time, resume after the last event, and give up when another attempt cannot help. The timeline is drawn
 * from the records of `traceStreams`.
 */
export const BreakTheNetwork: Story = { name: 'Break the network' };

/**
 * Press **Answer 401**, then **Reconnect now**: the source fails at once, because another request would get the same
 * answer. Then press **Restore** and **Open**.
 */
export const SessionEnds: Story = { name: 'The session ends' };
