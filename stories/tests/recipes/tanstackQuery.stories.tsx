import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/tanstackQuery.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/TanStack Query',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 4 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const Cached: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('both components show the answer with one request, under StrictMode too', async () => {
      await userEvent.click(canvas.getByText('What the server sent'));
      await userEvent.click(canvas.getByRole('button', { name: 'What is a stream?' }));
      await waitFor(() => expect(canvas.getByText(/^\d+ words$/)).toBeVisible(), patience);
      await expect(canvas.getAllByText(/^POST \/api\/answer/)).toHaveLength(1);
    });
    await step('an answer that was asked before is there at once', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Why is a cache useful?' }));
      await waitFor(() => expect(canvas.getByText(/^\d+ words$/)).toBeVisible(), patience);
      await userEvent.click(canvas.getByRole('button', { name: 'What is a stream?' }));
      await expect(canvas.getByText(/^\d+ words$/)).toBeVisible();
      await expect(canvas.getAllByText(/^POST \/api\/answer/)).toHaveLength(2);
    });
  },
};

export const Stopped: Story = {
  args: { interval: 40 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox', { name: 'Question' }), 'Why?{Enter}');
    await waitFor(() => expect(canvas.getByText(/^[3-9] words so far$/)).toBeVisible(), patience);
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(canvas.getByText('This answer was stopped before its end.')).toBeVisible());
    await expect(canvas.getByText(/^\d+ words$/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Ask' })).toHaveFocus();
  },
};
