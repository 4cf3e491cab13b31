import type { Meta, StoryObj } from '@storybook/react-vite';
import { createJobServer } from '../../examples/recipes/job-progress/server/createJobServer.ts';
import { PhotoExport } from '../../examples/recipes/job-progress/src/PhotoExport.tsx';
import type { PageServerSettings } from '../support/recipes/createPageServer.ts';
import { describeRecipe } from '../support/recipes/describeRecipe.tsx';
import { ReloadedRecipe } from '../support/recipes/ReloadedRecipe.tsx';

const files = import.meta.glob('../../examples/recipes/job-progress/{src,server}/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const meta = {
  title: 'Recipes/Job progress',
  ...describeRecipe({
    name: 'job-progress',
    description:
      'A long job that the server does by itself. The page follows its progress, and finds the job again after a ' +
      'break, after a reload and in a second tab. The job is begun once.',
    guide: ['Resuming answers', 'resuming-answers.md'],
    createAnswer: createJobServer,
    interval: 150,
    files,
  }),
  // The jobs of this server end with the story.
  beforeEach: () => localStorage.removeItem('react-streamed:photo export'),
  render: () => (
    <ReloadedRecipe>
      <PhotoExport />
    </ReloadedRecipe>
  ),
} satisfies Meta<PageServerSettings>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Begin the export and press **Reload**. The server also breaks the first connection after 25 photos. */
export const Export: Story = {};
