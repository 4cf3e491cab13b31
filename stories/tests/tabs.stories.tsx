import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import gallery, * as stories from '../tabs.stories.tsx';
import { TabsDemo } from '../support/demos/TabsDemo.tsx';

/** What the story of the gallery is for. */
const meta = {
  ...gallery,
  title: 'Tests/One connection for all tabs',
  component: TabsDemo,
  tags: ['!dev', '!autodocs'],
} satisfies Meta<typeof TabsDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

const someEvent = /event \d+, 0 lost/;
const patience = { timeout: 10_000 };

export const HandOver: Story = {
  ...stories.HandOver,
  play: async ({ canvas, step, userEvent }) => {
    const readIds = () =>
      within(canvas.getByRole('list', { name: 'Tabs' }))
        .getAllByText(someEvent)
        .map(({ textContent }) => Number(/\d+/.exec(textContent)));
    await step('one tab leads, and both receive events', async () => {
      await waitFor(() => expect(readIds()).toHaveLength(2), patience);
      await waitFor(() => expect(canvas.getAllByText(/leads/)).toHaveLength(1), patience);
    });
    await step('the other tab leads when the leader is closed, and loses nothing', async () => {
      const before = Math.max(...readIds());
      const follower = canvas.getByText(/follows/).textContent;
      await userEvent.click(canvas.getByRole('button', { name: 'Close the leader' }));
      await waitFor(() => expect(canvas.getByText(follower.replace('follows', 'leads'))).toBeVisible(), patience);
      await waitFor(() => expect(readIds()[0]).toBeGreaterThan(before + 2), patience);
    });
    await step('a tab that is opened follows', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Open a tab' }));
      await waitFor(() => expect(readIds()).toHaveLength(2), patience);
      await expect(canvas.getByText('Tab 3 follows')).toBeVisible();
    });
  },
};
