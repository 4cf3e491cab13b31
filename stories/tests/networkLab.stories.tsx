import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import gallery, * as stories from '../networkLab.stories.tsx';
import { NetworkLabDemo } from '../support/demos/NetworkLabDemo.tsx';
import { expectStatus } from '../support/expect/expectStatus.ts';

/** What the stories of the gallery are for. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/Network lab',
  component: NetworkLabDemo,
  tags: ['!dev', '!autodocs'],
} satisfies Meta<typeof NetworkLabDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const BreakTheNetwork: Story = {
  ...stories.BreakTheNetwork,
  play: async ({ canvas, step, userEvent }) => {
    const log = within(canvas.getByRole('region', { name: 'Log' }));
    await step('the reader cuts the open connection by keyboard', async () => {
      await expectStatus(canvas, 'Open');
      const button = canvas.getByRole('button', { name: 'Cut' });
      button.focus();
      await userEvent.keyboard('{Enter}');
      await expectStatus(canvas, 'Reconnecting');
      await expect(button).toHaveFocus();
    });
    await step('the source resumes after the last event', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect now' }));
      await expectStatus(canvas, 'Open');
      await expect(log.getByText(/Last-Event-ID: \d/)).toBeVisible();
    });
    await step('the log tells what the picture shows', async () => {
      await waitFor(() => expect(log.getByText('You cut the connection')).toBeVisible());
    });
  },
};

export const SessionEnds: Story = {
  ...stories.SessionEnds,
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
