import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/dashboard.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

const meta = {
  ...gallery,
  title: 'Tests/Recipes/Dashboard',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 30 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 20_000 };

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

export const OneRequest: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('fifty widgets share one request', async () => {
      await waitFor(() => expect(canvas.getByText(/[6-9]\d\d events, none missing/)).toBeVisible(), patience);
      await expect(canvas.getAllByRole('listitem')).toHaveLength(50);
      await expect(canvas.getByText(/Requests at the server: 1$/)).toBeVisible();
    });
    await step('a widget renders only with its own events', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Paused'));
      const renders = canvas.getAllByText(/^Renders:/).map(({ textContent }) => Number(/\d+/.exec(textContent)));
      const events = Number(/[\d,]+/.exec(canvas.getByText(/events, none missing/).textContent)?.[0].replace(',', ''));
      await expect(sum(renders)).toBeLessThanOrEqual(events + 50);
    });
  },
};

export const Outage: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Live'), patience);
    await step('an outage shows the next attempt', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Take the server down for 5 s' }));
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Connection lost'), patience);
      await waitFor(() => expect(canvas.getByText(/^Attempt \d+ (?:in|now)/)).toBeVisible());
    });
    await step('afterwards nothing is missing', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Live'), patience);
      await waitFor(() => expect(canvas.getByText(/Requests at the server: 2$/)).toBeVisible());
      await expect(canvas.getByText(/events, none missing/)).toBeVisible();
    });
  },
};
