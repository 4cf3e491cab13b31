import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/jobProgress.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/Job progress',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 40 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 15_000 };

export const Reloaded: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('a job begins', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Export 40 photos' }));
      await waitFor(() => expect(canvas.getByText(/^[1-9]\d* of 40 photos$/)).toBeVisible(), patience);
    });
    await step('after a reload, the job is further than before', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reload' }));
      await waitFor(() => expect(canvas.queryByRole('progressbar')).toBe(null));
      await waitFor(() => expect(canvas.getByText(/^([1-9]\d of 40 photos)$/)).toBeVisible(), patience);
    });
    await step('it ends with its album', async () => {
      await waitFor(() => expect(canvas.getByRole('link', { name: 'Download the album' })).toBeVisible(), patience);
      await expect(localStorage.getItem('react-streamed:photo export')).toBe(null);
    });
  },
};

export const Stopped: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Export 40 photos' }));
    await waitFor(() => expect(canvas.getByText(/^[1-9]\d* of 40 photos$/)).toBeVisible(), patience);
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(canvas.getAllByText(/^Stopped at \d+ of 40 photos\.$/)[0]).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Export 40 photos' })).toHaveFocus();
  },
};
