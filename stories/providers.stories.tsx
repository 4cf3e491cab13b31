import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import aiSdkCapture from '../test/support/captures/aiSdk.txt?raw';
import anthropicCapture from '../test/support/captures/anthropic.txt?raw';
import anthropicErrorCapture from '../test/support/captures/anthropic.error.txt?raw';
import geminiCapture from '../test/support/captures/gemini.txt?raw';
import mistralCapture from '../test/support/captures/mistral.txt?raw';
import ollamaCapture from '../test/support/captures/ollamaChat.txt?raw';
import openAiChatCapture from '../test/support/captures/openAiChat.txt?raw';
import openAiResponsesCapture from '../test/support/captures/openAiResponses.txt?raw';
import { expectOutput } from './support/expect/expectOutput.ts';
import { ProviderDemo } from './support/demos/ProviderDemo.tsx';
import { replayCapture } from './support/server/replayCapture.ts';

const meta = {
  title: 'Providers',
  component: ProviderDemo,
  args: { url: '/api/chat', preset: 'openAiChat' },
  argTypes: { preset: { control: false }, fetch: { table: { disable: true } } },
  parameters: {
    docs: {
      source: {
        transform: (_code: string, { args }: StoryContext) =>
          `useFetchStream('${args['url']}', { ...${args['preset']}, body: { messages } });`,
      },
    },
  },
} satisfies Meta<typeof ProviderDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** OpenAI's chat completions: the first of two choices, without the tool call, the refusal and the usage. */
export const OpenAiChat: Story = {
  name: 'OpenAI chat completions',
  args: { preset: 'openAiChat' },
  parameters: { script: replayCapture(openAiChatCapture, 10) },
  play: async ({ canvasElement }) => {
    await expectOutput(
      canvasElement,
      'A stream arrives in pieces: “first words first”, says the café. Ready to go 🚀 日本も。\n\nDone.',
    );
  },
};

/** Servers that follow OpenAI's format with additions of their own: here Mistral, which sends its thinking in parts. */
export const OpenAiCompatible: Story = {
  name: 'OpenAI-compatible (Mistral)',
  args: { preset: 'openAiCompatible' },
  parameters: { script: replayCapture(mistralCapture) },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, 'Voilà, la réponse s’écrit au fil de l’eau et finit.');
  },
};

/** OpenAI's Responses API: the text, without the reasoning, the annotation and the refusal. */
export const OpenAiResponses: Story = {
  name: 'OpenAI responses',
  args: { preset: 'openAiResponses' },
  parameters: { script: replayCapture(openAiResponsesCapture, 15) },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, 'Events carry a type each, so a reader takes what it knows. Lift off 🚀.');
  },
};

/** Anthropic's Messages API: two blocks of text, without the thinking, the tool calls and the citation. */
export const Anthropic: Story = {
  args: { preset: 'anthropic' },
  parameters: { script: replayCapture(anthropicCapture) },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, 'Okay, let’s check the weather:\nSunny, 22 °C. Pack light 🚀');
  },
};

/** Gemini with `alt=sse`: several parts a chunk, without the thoughts, the function call and the code. */
export const Gemini: Story = {
  args: { preset: 'gemini' },
  parameters: { script: replayCapture(geminiCapture) },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, 'Occam’s razor: of two explanations, take the simpler. 1 + 1 = 2 🚀.');
  },
};

/** The AI SDK's UI message stream: the text of two steps, without the reasoning, the tool and the sources. */
export const AiSdk: Story = {
  name: 'AI SDK',
  args: { preset: 'aiSdk' },
  parameters: { script: replayCapture(aiSdkCapture) },
  play: async ({ canvasElement }) => {
    await expectOutput(
      canvasElement,
      'Parts have types, and text comes between its start and its end. It is sunny 🚀.',
    );
  },
};

/** Ollama's lines of JSON. */
export const Ollama: Story = {
  args: { preset: 'ollama' },
  parameters: { script: replayCapture(ollamaCapture) },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, 'Local models stream lines of JSON 🚀!');
  },
};

/** An error that the provider reports in the stream fails it, and what had arrived stays. */
export const UpstreamError: Story = {
  args: { preset: 'anthropic' },
  parameters: { script: replayCapture(anthropicErrorCapture) },
  play: async ({ canvas, canvasElement, step }) => {
    await step('what had arrived stays', () => expectOutput(canvasElement, 'Half an answer'));
    await step('the error says what the provider said', async () => {
      await expect(await canvas.findByText('upstream')).toBeVisible();
      await expect(canvas.getByText(/Overloaded/)).toBeVisible();
    });
  },
};
