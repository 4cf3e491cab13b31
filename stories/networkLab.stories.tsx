import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { expectStatus } from './support/expect/expectStatus.ts';
import { NetworkLabDemo } from './support/demos/NetworkLabDemo.tsx';

const meta = {
  title: 'Network lab',
  component: NetworkLabDemo,
  args: {
    url: '/feed',
    reconnect: { initialDelay: 2000, maxDelay: 8000, jitter: false },
    idleTimeout: 3000,
    connectTimeout: 3000,
  },
  parameters: { hook: 'useEventSource' },
} satisfies Meta<typeof NetworkLabDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * A feed on a network that you break: cut it, stall it, let the server answer 503 or 401, restore it. Watch the source
 * wait longer each time, go on after the last event, and give up where another attempt cannot help.
 */
export const BreakTheNetwork: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const log = within(canvas.getByRole('region', { name: 'Log' }));
    await step('the reader cuts the open connection', async () => {
      await expectStatus(canvas, 'Open');
      await userEvent.click(canvas.getByRole('button', { name: 'Cut' }));
      await expectStatus(canvas, 'Reconnecting');
    });
    await step('the source goes on after the last event', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect now' }));
      await expectStatus(canvas, 'Open');
      await expect(log.getByText(/Last-Event-ID: \d/)).toBeVisible();
    });
    await step('the log tells what the picture shows', async () => {
      await waitFor(() => expect(log.getByText('You cut the connection')).toBeVisible());
    });
  },
};

/** A status such as 401 ends the source at once: to ask again would bring the same answer. Restore the server and open it. */
export const SessionEnds: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('the server ends the session', async () => {
      await expectStatus(canvas, 'Open');
      await userEvent.click(canvas.getByRole('button', { name: 'Answer 401' }));
      await expectStatus(canvas, 'Reconnecting');
    });
    await step('the next attempt is refused', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect now' }));
      await expectStatus(canvas, 'Error');
    });
    await step('the reader restores the server and opens the source', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Restore' }));
      await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
      await expectStatus(canvas, 'Open');
    });
  },
};
