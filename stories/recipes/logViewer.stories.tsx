import type { Meta, StoryObj } from '@storybook/react-vite';
import { createLogServer } from '../../examples/recipes/log-viewer/server/createLogServer.ts';
import { LogViewer } from '../../examples/recipes/log-viewer/src/LogViewer.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/log-viewer/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** How long the log is here. The project itself streams 200 MB. */
const megabytes = 8;

const meta = {
  title: 'Recipes/Log viewer',
  ...describeRecipe({
    name: 'log-viewer',
    description:
      'A long log that is shown, searched and followed while it arrives. It streams 8 MB here, and 200 MB in the ' +
      'project. The lines are kept in pages, the list renders only those in view, and the search works in slices.',
    guide: ['Large and long streams', 'large-and-long-streams.md'],
    createAnswer: (settings) => createLogServer(settings, megabytes),
    interval: 60,
    files,
    showsWire: false,
  }),
  render: () => <LogViewer />,
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Type `timed out` into the search field while the log streams, and scroll up to let go of its end. */
export const Streaming: Story = {};
