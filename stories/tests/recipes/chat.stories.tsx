import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery from '../../recipes/chat.stories.tsx';
import type { PageServerSettings } from '../../support/recipes/createPageServer.ts';

/** The recipe with a server that is in more of a hurry. */
const meta = {
  ...gallery,
  title: 'Tests/Recipes/Chat',
  tags: ['!dev', '!autodocs'],
  args: { ...gallery.args, interval: 4 },
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

const patience = { timeout: 10_000 };

export const ToolsAreCalled: Story = {
  play: async ({ canvas, step, userEvent }) => {
    await step('the reader asks with Enter', async () => {
      await userEvent.type(canvas.getByRole('textbox', { name: 'Question' }), 'Weather in Lima and Oslo?{Enter}');
      await expect(canvas.getByRole('textbox', { name: 'Question' })).toHaveValue('');
      await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible();
    });
    await step('the model calls the tool for each city, and answers with the results', async () => {
      await waitFor(() => expect(canvas.getByText('{"city":"Oslo"}')).toBeVisible(), patience);
      await waitFor(() => expect(canvas.getByText('These figures are invented.')).toBeVisible(), patience);
      await expect(canvas.getAllByText(/^\{"city":"(Lima|Oslo)","celsius"/)).toHaveLength(2);
    });
    await step('the thoughts unfold', async () => {
      await expect(canvas.getByText(/^I do not know the weather/)).not.toBeVisible();
      await userEvent.click(canvas.getByText('Thoughts'));
      await expect(canvas.getByText(/^I do not know the weather/)).toBeVisible();
    });
  },
};

export const Stopped: Story = {
  args: { interval: 40 },
  play: async ({ canvas, step, userEvent }) => {
    await step('Escape stops the answer', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'What is a stream?' }));
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), patience);
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(canvas.getByText('Stopped')).toBeVisible(), patience);
      await expect(canvas.getByRole('button', { name: 'Send' })).toBeVisible();
    });
    await step('what has arrived stays, and the question can be asked again', async () => {
      await expect(canvas.getByText(/^A stream is/)).toBeVisible();
      await userEvent.click(canvas.getByRole('button', { name: 'Ask again' }));
      await expect(await canvas.findByRole('button', { name: 'Stop' })).toBeVisible();
      await userEvent.keyboard('{Escape}');
    });
  },
};

export const Broken: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Break the connection' }));
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('The connection was lost.'), patience);
    await waitFor(() => expect(canvas.getByText(/^In the middle of this sentence/)).toBeVisible());
  },
};
