import type { Meta, StoryObj } from '@storybook/react-vite';
import { TabsDemo } from './support/demos/TabsDemo.tsx';

const meta = {
  title: 'One connection for all tabs',
  component: TabsDemo,
  args: { name: 'feed ada' },
  argTypes: { name: { control: 'text' } },
  parameters: { hook: 'useEventSource' },
} satisfies Meta<typeof TabsDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** `acrossTabs(name)`: close the tab that leads, and another one continues after the last event. No event is lost. */
export const HandOver: Story = { name: 'Hand over' };
