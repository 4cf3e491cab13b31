import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import gallery, * as stories from '../providers.stories.tsx';
import { ProviderDemo } from '../support/demos/ProviderDemo.tsx';
import { expectOutput } from '../support/expect/expectOutput.ts';

/** What the stories of the gallery end with, at a quicker pace. */
const meta = {
  ...gallery,
  title: 'Tests/Providers',
  component: ProviderDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.05 },
} satisfies Meta<typeof ProviderDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const OpenAiChat: Story = {
  ...stories.OpenAiChat,
  play: async ({ canvas }) => {
    await expectOutput(
      canvas,
      'A stream arrives in pieces: “first words first”, says the café. Ready to go 🚀 日本も。\n\nDone.',
    );
  },
};

export const OpenAiCompatible: Story = {
  ...stories.OpenAiCompatible,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Voilà, la réponse s’écrit au fil de l’eau et finit.');
  },
};

export const OpenAiResponses: Story = {
  ...stories.OpenAiResponses,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Events carry a type each, so a reader takes what it knows. Lift off 🚀.');
  },
};

export const Anthropic: Story = {
  ...stories.Anthropic,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Okay, let’s check the weather:\nSunny, 22 °C. Pack light 🚀');
  },
};

export const Gemini: Story = {
  ...stories.Gemini,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Occam’s razor: of two explanations, take the simpler. 1 + 1 = 2 🚀.');
  },
};

export const AiSdk: Story = {
  ...stories.AiSdk,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Parts have types, and text comes between its start and its end. It is sunny 🚀.');
  },
};

export const Ollama: Story = {
  ...stories.Ollama,
  play: async ({ canvas }) => {
    await expectOutput(canvas, 'Local models stream lines of JSON 🚀!');
  },
};

export const UpstreamError: Story = {
  ...stories.UpstreamError,
  play: async ({ canvas, step }) => {
    await step('the text before the error is kept', () => expectOutput(canvas, 'Half an answer'));
    await step('the error says what the provider said', async () => {
      await expect(await canvas.findByRole('code')).toHaveTextContent('upstream');
      await expect(canvas.getByText(/Overloaded/)).toBeVisible();
    });
  },
};
