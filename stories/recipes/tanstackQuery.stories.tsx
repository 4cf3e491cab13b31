import type { Meta, StoryObj } from '@storybook/react-vite';
import { createAnswerServer } from '../../examples/recipes/tanstack-query/server/createAnswerServer.ts';
import { CachedAnswers } from '../../examples/recipes/tanstack-query/src/CachedAnswers.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/tanstack-query/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/TanStack Query',
  ...describeRecipe({
    name: 'tanstack-query',
    description:
      'Each answer streams into the cache of TanStack Query. Two components show it with one request, and an answer ' +
      'that was asked before is there at once.',
    guide: ['State libraries', 'state-libraries.md'],
    createAnswer: createAnswerServer,
    interval: 40,
    files,
  }),
  render: () => <CachedAnswers />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Choose a question, then another one, and come back: **What the server sent** shows that nothing is asked twice. */
export const Answers: Story = {};
