import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { LogViewer } from '../../../examples/recipes/log-viewer/src/LogViewer.tsx';
import gallery from '../../recipes/logViewer.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/Log viewer',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 2 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 20_000 };

const limits = { lines: 20_000, characters: 5_000_000 };

export const FoundWhileStreaming: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const lines = canvas.getByRole('region', { name: 'Lines' });
    await step('a search shows only matching lines, also of those that arrive later', async () => {
      await userEvent.type(canvas.getByRole('searchbox', { name: 'Find' }), 'TIMED OUT');
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Complete'), patience);
      await waitFor(() => expect(canvas.getByText(/^\d+ of 3\d,\d{3} lines$/)).toBeVisible());
      for (const line of lines.querySelectorAll('li')) await expect(line).toHaveTextContent('timed out');
    });
    await step('without a search, the end is in view', async () => {
      await userEvent.clear(canvas.getByRole('searchbox', { name: 'Find' }));
      await expect(canvas.getByRole('checkbox', { name: 'Follow the end' })).toBeChecked();
      await waitFor(() => expect(lines.scrollTop).toBe(lines.scrollHeight - lines.clientHeight));
      await expect(lines.querySelectorAll('li').length).toBeLessThan(150);
    });
  },
};

export const Stopped: Story = {
  args: { interval: 50 },
  play: async ({ canvas, userEvent }) => {
    await waitFor(() => expect(canvas.getByText(/^[1-9][\d,]* lines$/)).toBeVisible(), patience);
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('Stopped');
    await expect(canvas.getByRole('button', { name: 'Load again' })).toHaveFocus();
    await expect(canvas.getByText(/^[1-9][\d,]* lines$/)).toBeVisible();
  },
};

export const OldestDropped: Story = {
  render: () => <LogViewer limits={limits} />,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Complete'), patience);
    await expect(
      canvas.getByText(/^3\d,\d{3} lines\. The first \d+,\d{3} have been dropped to save memory$/),
    ).toBeVisible();
    const lines = canvas.getByRole('region', { name: 'Lines' });
    await expect(lines.scrollHeight).toBeLessThanOrEqual(20_000 * 20);
  },
};

export const InPlaceWhileDropping: Story = {
  args: { interval: 30 },
  render: () => <LogViewer limits={limits} />,
  play: async ({ canvas, step }) => {
    const lines = canvas.getByRole('region', { name: 'Lines' });
    const readTop = () => {
      const { left, top } = lines.getBoundingClientRect();
      return document.elementFromPoint(left + 20, top + 30)?.textContent;
    };
    const readDropped = () => canvas.queryByText(/to save memory$/)?.textContent?.split('The first ')[1];
    await step('a reader scrolls up while the oldest lines are dropped', async () => {
      await waitFor(() => expect(readDropped()).toBeDefined(), patience);
      lines.scrollTop = lines.scrollHeight / 2;
      await waitFor(() => expect(canvas.getByRole('checkbox', { name: 'Follow the end' })).not.toBeChecked());
    });
    await step('the lines that are read stay in place', async () => {
      await waitFor(() => expect(readTop()).toMatch(/^\d+ *$/));
      const [top, dropped] = [readTop(), readDropped()];
      await waitFor(() => expect(readDropped()).not.toBe(dropped), patience);
      await waitFor(() => expect(readTop()).toBe(top));
    });
  },
};

export const Failed: Story = {
  args: { failure: '503' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('GET /api/log answered with status 503'));
    await expect(canvas.getByRole('button', { name: 'Load again' })).toBeVisible();
  },
};
