import type { Meta, StoryObj } from '@storybook/react-vite';
import { createTripServer } from '../../examples/recipes/structured-answer/server/createTripServer.ts';
import { TripPlanner } from '../../examples/recipes/structured-answer/src/TripPlanner.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/structured-answer/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/Structured answer',
  ...describeRecipe({
    name: 'structured-answer',
    description:
      'A model answers with a JSON document that follows a schema. Each row is shown while it arrives and renders ' +
      'never again once it is complete, and the whole document is validated before the page uses it.',
    guide: ['Structured answers', 'structured-answers.md'],
    createAnswer: createTripServer,
    interval: 30,
    files,
  }),
  render: () => <TripPlanner />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Plan a day in Lima. A day in Nowhere breaks the schema, and one off the map breaks the connection. */
export const Plan: Story = {};
