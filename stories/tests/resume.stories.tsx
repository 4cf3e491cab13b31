import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import gallery, * as stories from '../resume.stories.tsx';
import { ResumeDemo } from '../support/demos/ResumeDemo.tsx';
import { expectFact } from '../support/expect/expectFact.ts';
import { expectOutput } from '../support/expect/expectOutput.ts';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { answer } from '../support/server/sampleTexts.ts';

/** What the stories of the gallery are for, with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Resumed answers',
  component: ResumeDemo,
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, retry: { initialDelay: 300, jitter: false } },
} satisfies Meta<typeof ResumeDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const Cut: Story = {
  ...stories.Cut,
  args: { delay: 20, cutAfter: 40 },
  play: async ({ canvas, step }) => {
    const log = within(canvas.getByRole('region', { name: 'Log' }));
    await step('the rest is requested from the last byte', async () => {
      await waitFor(() => expect(log.getByText(/^GET \/answers\/\w+\?offset=[1-9]\d*$/)).toBeVisible(), patience);
    });
    await step('the answer is whole, and was asked for once', async () => {
      await expectStatus(canvas, 'Done');
      await expectOutput(canvas, answer);
      await expectFact(canvas, 'Requests', /^1 POST, [1-9]/);
    });
  },
};

export const Reload: Story = {
  ...stories.Reload,
  args: { delay: 60 },
  play: async ({ canvas, step, userEvent }) => {
    const log = within(canvas.getByRole('region', { name: 'Log' }));
    await step('the id is stored once the answer begins', async () => {
      await expectFact(canvas, 'Stored ID', /^[0-9a-f]{8}$/);
    });
    await step('the reader reloads the page, and the answer is requested by its id', async () => {
      const button = canvas.getByRole('button', { name: 'Reload' });
      button.focus();
      await userEvent.keyboard('{Enter}');
      await expectStatus(canvas, 'Reloading');
      await waitFor(() => expect(log.getByText(/^GET \/answers\/\w+\?offset=0$/)).toBeVisible(), patience);
      await expect(button).toHaveFocus();
    });
    await step('the answer is whole, and its id is forgotten', async () => {
      await expectStatus(canvas, 'Done');
      await expectOutput(canvas, answer);
      await expectFact(canvas, 'Stored ID', 'none');
      await expectFact(canvas, 'Requests', '1 POST, 1 GET, 0 DELETE');
    });
  },
};
