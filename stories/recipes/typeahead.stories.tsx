import type { Meta, StoryObj } from '@storybook/react-vite';
import { createSearchServer } from '../../examples/recipes/typeahead/server/createSearchServer.ts';
import { Typeahead } from '../../examples/recipes/typeahead/src/Typeahead.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/typeahead/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/Typeahead',
  ...describeRecipe({
    name: 'typeahead',
    description:
      'Suggestions that stream in as lines of JSON. Each key aborts the request before it, and the list neither ' +
      'disappears nor jumps in between. Arrow keys, Enter and Escape work as in every combobox.',
    guide: ['Stopping', 'stopping.md'],
    createAnswer: createSearchServer,
    interval: 100,
    files,
  }),
  render: () => <Typeahead />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Type `new`, and look at what the server sent: requests that were superseded are aborted. */
export const Suggestions: Story = {};
