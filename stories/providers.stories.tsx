import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import aiSdkCapture from '../test/support/captures/aiSdk.txt?raw';
import anthropicCapture from '../test/support/captures/anthropic.txt?raw';
import anthropicErrorCapture from '../test/support/captures/anthropic.error.txt?raw';
import geminiCapture from '../test/support/captures/gemini.txt?raw';
import mistralCapture from '../test/support/captures/mistral.txt?raw';
import ollamaCapture from '../test/support/captures/ollamaChat.txt?raw';
import openAiChatCapture from '../test/support/captures/openAiChat.txt?raw';
import openAiResponsesCapture from '../test/support/captures/openAiResponses.txt?raw';
import { ProviderDemo } from './support/demos/ProviderDemo.tsx';
import { replayCapture } from './support/server/replayCapture.ts';

const meta = {
  title: 'Providers',
  component: ProviderDemo,
  args: { url: '/api/chat', preset: 'openAiChat' },
  argTypes: { url: { control: 'text' }, preset: { table: { disable: true } }, fetch: { table: { disable: true } } },
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
  parameters: { script: replayCapture(openAiChatCapture) },
};

/** Servers that follow OpenAI's format with their own additions: here Mistral, which sends its thinking in parts. */
export const OpenAiCompatible: Story = {
  name: 'OpenAI-compatible (Mistral)',
  args: { preset: 'openAiCompatible' },
  parameters: { script: replayCapture(mistralCapture) },
};

/** OpenAI's Responses API: the text, without the reasoning, the annotation and the refusal. */
export const OpenAiResponses: Story = {
  name: 'OpenAI responses',
  args: { preset: 'openAiResponses' },
  parameters: { script: replayCapture(openAiResponsesCapture) },
};

/** Anthropic's Messages API: two blocks of text, without the thinking, the tool calls and the citation. */
export const Anthropic: Story = {
  args: { preset: 'anthropic' },
  parameters: { script: replayCapture(anthropicCapture) },
};

/** Gemini with `alt=sse`: several parts per chunk, without the thoughts, the function call and the code. */
export const Gemini: Story = {
  args: { preset: 'gemini' },
  parameters: { script: replayCapture(geminiCapture) },
};

/** The AI SDK's UI message stream: the text of two steps, without the reasoning, the tool and the sources. */
export const AiSdk: Story = {
  name: 'AI SDK',
  args: { preset: 'aiSdk' },
  parameters: { script: replayCapture(aiSdkCapture) },
};

/** Ollama's lines of JSON. */
export const Ollama: Story = {
  args: { preset: 'ollama' },
  parameters: { script: replayCapture(ollamaCapture) },
};

/** An error that the provider reports in the stream makes it fail. Text received before the error is kept. */
export const UpstreamError: Story = {
  name: 'Upstream error',
  args: { preset: 'anthropic' },
  parameters: { script: replayCapture(anthropicErrorCapture) },
};
