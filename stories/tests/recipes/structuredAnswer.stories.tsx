import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/structuredAnswer.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/Structured answer',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 4 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const Planned: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('the first stops are shown before the last ones have arrived', async () => {
      await userEvent.type(canvas.getByRole('combobox', { name: 'City' }), '{Enter}');
      await waitFor(() => expect(canvas.getByText('45 min')).toBeVisible(), patience);
      await expect(canvas.queryByText('The tower')).toBe(null);
    });
    await step('the plan can be used once it is complete', async () => {
      await waitFor(() => expect(canvas.getByText('The plan has 5 stops.')).toBeVisible(), patience);
      await expect(canvas.getByRole('link', { name: 'Save the plan' })).toBeVisible();
    });
  },
};

export const Invalid: Story = {
  play: async ({ canvas, userEvent }) => {
    const city = canvas.getByRole('combobox', { name: 'City' });
    await userEvent.clear(city);
    await userEvent.type(city, 'Nowhere{Enter}');
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('stops[5].minutes'), patience);
    await expect(canvas.queryByRole('link')).toBe(null);
  },
};

export const Stopped: Story = {
  args: { interval: 40 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Plan' }));
    await waitFor(() => expect(canvas.getByText('Stop 1: Breakfast at the market')).toBeVisible(), patience);
    await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(canvas.getByText('Stopped. Complete stops: 1.')).toBeVisible());
    await expect(canvas.getByRole('button', { name: 'Plan' })).toHaveFocus();
  },
};
