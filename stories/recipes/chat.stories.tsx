import type { Meta, StoryObj } from '@storybook/react-vite';
import { createChatServer } from '../../examples/recipes/chat/server/createChatServer.ts';
import { Chat } from '../../examples/recipes/chat/src/Chat.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/chat/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/Chat',
  ...describeRecipe({
    name: 'chat',
    description:
      'A conversation with Markdown, the reasoning of the model, and tools that the page runs. Enter sends, Escape ' +
      'stops, and a screen reader hears the answer in whole sentences.',
    guide: ['Conversation', 'conversation.md'],
    createAnswer: createChatServer,
    interval: 30,
    files,
  }),
  render: () => <Chat />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Ask about the weather in two cities: the model thinks, calls a tool for each of them, and answers with the results. */
export const Conversation: Story = {};
