import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { FetchStreamDemo } from '../support/demos/FetchStreamDemo.tsx';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { stays } from '../support/server/scripts.ts';

/** What a story shows of its server. */
const meta = {
  title: 'Tests/What the server sent',
  component: FetchStreamDemo,
  tags: ['!dev', '!autodocs'],
  args: { url: '/answer' },
  parameters: { showsWire: true },
} satisfies Meta<typeof FetchStreamDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Chunks: Story = {
  parameters: {
    script: [
      { text: 'First\n' },
      { after: 20, bytes: [0xc3] },
      { after: 20, bytes: [0xa9] },
      { after: 20, drop: true },
    ],
  },
  play: async ({ canvas }) => {
    const exchange = within(await canvas.findByRole('region', { name: 'Request 1: GET /answer' }));
    await expect(await exchange.findByText('The connection broke.')).toBeVisible();
    await expect(exchange.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'First↵\n',
      '\\xc3',
      '\\xa9',
    ]);
  },
};

export const Aborted: Story = {
  parameters: { script: [{ text: 'First' }, stays] },
  play: async ({ canvas, userEvent }) => {
    await expectStatus(canvas, 'Streaming');
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await expect(await canvas.findByText('The page aborted the request.')).toBeVisible();
  },
};
