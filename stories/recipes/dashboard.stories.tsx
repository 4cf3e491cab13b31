import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMetricsServer } from '../../examples/recipes/dashboard/server/createMetricsServer.ts';
import { Dashboard } from '../../examples/recipes/dashboard/src/Dashboard.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/dashboard/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/Dashboard',
  ...describeRecipe({
    name: 'dashboard',
    description:
      'Fifty widgets on one connection. Each picks its own events and renders only if its own data changes. After an ' +
      'outage, the connection continues after the last event.',
    guide: ['Sharing a connection', 'sharing-a-connection.md'],
    createAnswer: createMetricsServer,
    interval: 100,
    files,
  }),
  render: () => <Dashboard />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Take the server down for five seconds: nothing is missing afterwards. */
export const FiftyWidgets: Story = {
  name: 'Fifty widgets',
};
