import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMockStream } from 'react-streamed/testing';
import { expect, waitFor } from 'storybook/test';
import { Feed } from '../support/samples/Feed.tsx';
import { TypedAnswer } from '../support/samples/TypedAnswer.tsx';

const mock = createMockStream();

/** The components that the pages of the hooks show. */
const meta = {
  title: 'Tests/Samples',
  tags: ['!dev', '!autodocs'],
  beforeEach: () => mock.install(),
} satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

export const FeedResumes: Story = {
  render: () => <Feed />,
  play: async ({ canvas, step }) => {
    await step('events are listed', async () => {
      const request = await mock.nextRequest();
      request.retry(10).event({ id: 1, data: 'Reading 1' });
      await expect(await canvas.findByText('Reading 1')).toBeVisible();
      request.drop();
    });
    await step('the next request continues after the last event', async () => {
      const request = await mock.nextRequest();
      await expect(request.headers.get('last-event-id')).toBe('1');
      request.event({ id: 2, data: 'Reading 2' });
      await expect(await canvas.findByText('Reading 2')).toBeVisible();
      await expect(canvas.getByText('open')).toBeVisible();
    });
  },
};

export const AnswerIsTyped: Story = {
  render: () => <TypedAnswer prompt="What is a stream?" />,
  play: async ({ canvas, step, userEvent }) => {
    const request = await mock.nextRequest();
    await step('the answer is typed', async () => {
      await expect(request.json()).toEqual({ prompt: 'What is a stream?' });
      request.text('A stream is a response that arrives in pieces. '.repeat(20));
      await waitFor(() => expect(canvas.getByRole('button', { name: 'Show all' })).toBeEnabled());
    });
    await step('a press shows all of it', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Show all' }));
      await waitFor(() => expect(canvas.getAllByText(/pieces\.$/)).not.toHaveLength(0));
      request.end();
    });
  },
};
