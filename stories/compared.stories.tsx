import type { Meta, StoryObj } from '@storybook/react-vite';
import { ComparedDemo } from './compared/ComparedDemo.tsx';

const meta = {
  title: 'Compared',
  component: ComparedDemo,
  // Its page is compared.mdx.
  tags: ['!autodocs'],
  args: { answer: 'steady', fault: 'cut' },
  argTypes: {
    answer: { control: 'select', options: ['steady', 'fast'] },
    fault: {
      control: 'select',
      options: ['none', 'split', 'cut', 'repeat', 'early', 'unavailable', 'unmount', 'post'],
    },
  },
  // Each pane has the code of its client.
  parameters: { docs: { codePanel: false } },
  render: ({ answer, fault }) => <ComparedDemo key={`${answer} ${fault}`} answer={answer} fault={fault} />,
} satisfies Meta<typeof ComparedDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * Choose an answer and a fault, and press **Run**. Four clients receive the same answer with the same fault, one after the
 * other, and the numbers of each are measured in your browser.
 */
export const FourClients: Story = { name: 'Four clients' };
