import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMockStream } from 'react-streamed/testing';
import { expect } from 'storybook/test';
import { Answer } from '../support/samples/Answer.tsx';

const mock = createMockStream();

/** The component that the introduction shows. */
const meta = {
  title: 'Tests/Introduction',
  component: Answer,
  tags: ['!dev', '!autodocs'],
  args: { prompt: 'What is a stream?' },
  beforeEach: () => mock.install(),
} satisfies Meta<typeof Answer>;

export default meta;

type Story = StoryObj<typeof meta>;

export const StoppedByMouse: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const request = await mock.nextRequest();
    await step('the answer is shown while it arrives', async () => {
      request.text('A stream is');
      await expect(await canvas.findByText('A stream is')).toBeVisible();
    });
    await step('Stop ends the request and sends no other', async () => {
      const sent = mock.requests.length;
      await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
      await expect(await canvas.findByRole('button', { name: 'Ask again' })).toBeVisible();
      await expect(request.aborted).toBe(true);
      await expect(mock.requests).toHaveLength(sent);
    });
  },
};

export const StoppedByKeyboard: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const request = await mock.nextRequest();
    const sent = mock.requests.length;
    await step('Enter on Stop ends the request and keeps the focus', async () => {
      canvas.getByRole('button', { name: 'Stop' }).focus();
      await userEvent.keyboard('{Enter}');
      await expect(await canvas.findByRole('button', { name: 'Ask again' })).toHaveFocus();
      await expect(request.aborted).toBe(true);
      await expect(mock.requests).toHaveLength(sent);
    });
    await step('Enter on the same button asks once more', async () => {
      await userEvent.keyboard('{Enter}');
      const next = await mock.nextRequest();
      await expect(next.json()).toEqual({ prompt: 'What is a stream?' });
      await expect(mock.requests).toHaveLength(sent + 1);
    });
  },
};

export const Failed: Story = {
  play: async ({ canvas }) => {
    const request = await mock.nextRequest();
    request.respond({ status: 503 }).end();
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/status 503/);
  },
};
