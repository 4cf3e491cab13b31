import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import aiSdkCapture from '../test/support/captures/aiSdk.parts.txt?raw';
import anthropicCapture from '../test/support/captures/anthropic.parts.txt?raw';
import geminiCapture from '../test/support/captures/gemini.parts.txt?raw';
import ollamaCapture from '../test/support/captures/ollama.parts.txt?raw';
import openAiChatCapture from '../test/support/captures/openAiChat.parts.txt?raw';
import openAiResponsesCapture from '../test/support/captures/openAiResponses.parts.txt?raw';
import { PartsDemo } from './support/demos/PartsDemo.tsx';
import { replayCapture } from './support/server/replayCapture.ts';

const meta = {
  title: 'Parts',
  component: PartsDemo,
  args: { url: '/api/chat', preset: 'openAiChatParts' },
  argTypes: { url: { control: 'text' }, preset: { table: { disable: true } }, fetch: { table: { disable: true } } },
  parameters: {
    docs: {
      source: {
        transform: (_code: string, { args }: StoryContext) =>
          `useFetchStream('${args['url']}', { ...${args['preset']}, body: { messages } });`,
      },
    },
  },
} satisfies Meta<typeof PartsDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Reasoning that folds when the text begins, two tool calls whose inputs grow side by side, a source and the usage. */
export const OpenAiChat: Story = {
  name: 'OpenAI chat completions',
  args: { preset: 'openAiChatParts' },
  parameters: { script: replayCapture(openAiChatCapture) },
};

/** Summaries of the reasoning, a source among the text, two functions and a custom tool. */
export const OpenAiResponses: Story = {
  name: 'OpenAI responses',
  args: { preset: 'openAiResponsesParts' },
  parameters: { script: replayCapture(openAiResponsesCapture) },
};

/** Two messages in one response: thinking and tool calls, then a web search and the answer. */
export const Anthropic: Story = {
  args: { preset: 'anthropicParts' },
  parameters: { script: replayCapture(anthropicCapture) },
};

/** Thoughts, function calls and the pages of a search. */
export const Gemini: Story = {
  args: { preset: 'geminiParts' },
  parameters: { script: replayCapture(geminiCapture) },
};

/** Reasoning and text that arrive interleaved, and an input that the server has rejected. */
export const AiSdk: Story = {
  name: 'AI SDK',
  args: { preset: 'aiSdkParts' },
  parameters: { script: replayCapture(aiSdkCapture) },
};

/** Thinking before and between tool calls. */
export const Ollama: Story = {
  args: { preset: 'ollamaParts' },
  parameters: { script: replayCapture(ollamaCapture) },
};
