import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import gallery, * as stories from '../parts.stories.tsx';
import { PartsDemo } from '../support/demos/PartsDemo.tsx';
import { expectFact } from '../support/expect/expectFact.ts';

/** What the stories of the gallery end with, at a quicker pace. */
const meta = {
  ...gallery,
  title: 'Tests/Parts',
  component: PartsDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.05 },
} satisfies Meta<typeof PartsDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const OpenAiChat: Story = {
  ...stories.OpenAiChat,
  play: async ({ canvas, step, userEvent }) => {
    await step('the answer ends with its usage', async () => {
      await expectFact(canvas, 'Finish', 'tool_calls');
      await expectFact(canvas, 'Tokens', '81 in, 64 out');
      await expectFact(canvas, 'Parts', '5');
    });
    await step('the reasoning is folded, and unfolds', async () => {
      await expect(canvas.getByText('Two cities: ask twice 🧭.')).not.toBeVisible();
      await userEvent.click(canvas.getByText('Thoughts'));
      await expect(canvas.getByText('Two cities: ask twice 🧭.')).toBeVisible();
    });
    await step('the tools show their inputs, and the source is a link', async () => {
      await expect(canvas.getByText('{"city":"Paris"}')).toBeVisible();
      await expect(canvas.getByRole('link', { name: 'Weather' })).toHaveAttribute('href', 'https://weather.example/');
    });
  },
};

export const OpenAiResponses: Story = {
  ...stories.OpenAiResponses,
  play: ({ canvas }) => expectFact(canvas, 'Parts', '7'),
};

export const Anthropic: Story = {
  ...stories.Anthropic,
  play: ({ canvas }) => expectFact(canvas, 'Parts', '8'),
};

export const Gemini: Story = {
  ...stories.Gemini,
  play: ({ canvas }) => expectFact(canvas, 'Parts', '8'),
};

export const AiSdk: Story = {
  ...stories.AiSdk,
  play: ({ canvas }) => expectFact(canvas, 'Parts', '8'),
};

export const Ollama: Story = {
  ...stories.Ollama,
  play: ({ canvas }) => expectFact(canvas, 'Parts', '7'),
};
