import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose, selectOf } from './support/controls/choices.ts';
import { policies } from './support/controls/policies.ts';
import { writeResumeCall } from './support/controls/writeResumeCall.ts';
import { ResumeDemo } from './support/demos/ResumeDemo.tsx';

const server = { category: 'The mock server' };

const meta = {
  title: 'Resumed answers',
  component: ResumeDemo,
  args: {
    from: 'position',
    retry: choose('{ initialDelay: 1500, factor: 1, jitter: false }'),
    storage: true,
    delay: 180,
    cutAfter: 0,
  },
  argTypes: {
    from: { control: 'inline-radio', options: ['position', 'start'] },
    retry: selectOf(policies),
    storage: { control: 'boolean' },
    delay: { control: { type: 'range', min: 20, max: 1000, step: 20 }, table: server },
    cutAfter: { control: { type: 'range', min: 0, max: 40 }, table: server },
  },
  parameters: { docs: { source: { transform: writeResumeCall } } },
} satisfies Meta<typeof ResumeDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * Each connection breaks after 15 words, and the server continues to write. The question is sent once: each further
 * request asks for what follows the last byte. The timeline is drawn from the records of `traceStreams`.
 */
export const Cut: Story = { name: 'A cut answer', args: { cutAfter: 15 } };

/**
 * Press **Reload** while the answer is written. The component is mounted again without anything but `storage`,
 * which holds the id of the answer, and the answer continues. Turn `storage` off in the Controls to see it lost.
 */
export const Reload: Story = { name: 'A reload' };
