import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose, selectOf } from './support/controls/choices.ts';
import { policies } from './support/controls/policies.ts';
import { EventSourceLab } from './support/lab/EventSourceLab.tsx';
import { givenToBoth, labArgs, labArgTypes } from './support/lab/labArgTypes.ts';

/**
 * Captions that never end, over a simulated network between the hook and a mock server. The sliders act on the stream that
 * is running. Each fault happens for real, and the hook has to deal with it. The timeline follows the bytes to the
 * screen: the chunks as they arrive, the events in them, the commits of React from the records of `traceStreams`, and the
 * characters. Pause it, and move the cursor with the mouse or the arrow keys to read one moment. The stream continues
 * meanwhile.
 */
const meta = {
  title: 'Network lab/useEventSource',
  component: EventSourceLab,
  args: { url: '/captions', ...labArgs, reconnect: choose('{ initialDelay: 2000, maxDelay: 8000, jitter: false }') },
  argTypes: { ...labArgTypes, reconnect: selectOf(policies) },
  parameters: {
    hook: 'useEventSource',
    given: { ...givenToBoth, accumulate: 'reduce(addLine, noCaptions)' },
  },
} satisfies Meta<typeof EventSourceLab>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * Press **Cut**: the source waits, reconnects and sends its last event ID. Then tick **Repeat the fault**, press
 * **Overload** and watch how the source waits longer each time.
 */
export const BreakTheNetwork: Story = { name: 'Break the network' };

/**
 * Half a second of latency, as much jitter, and every fiftieth chunk breaks the connection. The seed in the Controls
 * decides which one. No caption is lost or doubled.
 */
export const OnATrain: Story = { name: 'On a train', args: { network: 'Train' } };
