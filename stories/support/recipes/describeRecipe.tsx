import type { ArgTypes, Decorator } from '@storybook/react-vite';
import { manualLink } from '../diagrams/manualLink.ts';
import type { CreateAnswer, PageServerSettings } from './createPageServer.ts';
import { ServedRecipe } from './ServedRecipe.tsx';
import { writeSources } from './writeSources.ts';

interface RecipeStory {
  /** Its folder in `examples/recipes`. */
  readonly name: string;
  /** What it shows, in Markdown. */
  readonly description: string;
  /** The guide that explains it: its title, and its file in `docs/guides`. */
  readonly guide: readonly [title: string, file: string];
  readonly createAnswer: CreateAnswer;
  readonly interval: number;
  /** The source of its files, as `import.meta.glob` gives them. */
  readonly files: Record<string, unknown>;
  /** Whether what the server sends is shown. Its bytes are kept, so leave it out for large responses. */
  readonly showsWire?: boolean;
}

const server = { category: 'The server' };

const argTypes: Partial<ArgTypes<PageServerSettings>> = {
  interval: {
    description: 'Milliseconds between two pieces of a response.',
    control: { type: 'range', min: 0, max: 500, step: 5 },
    table: server,
  },
  failure: {
    description: 'What goes wrong. Changing it breaks the connections that are open.',
    control: 'inline-radio',
    options: ['none', '401', '503', 'network'],
    table: server,
  },
};

/** Gives the meta of a recipe's story all but its title: the recipe's own server in the page, its code and its links. */
export function describeRecipe(recipe: RecipeStory) {
  const { name, description, guide, createAnswer, interval, files, showsWire = true } = recipe;
  const [title, file] = guide;
  const folder = manualLink(`examples/recipes/${name}`).replace('/blob/', '/tree/');
  const withServer: Decorator = (Story, { args }) => (
    <ServedRecipe createAnswer={createAnswer} showsWire={showsWire} {...(args as unknown as PageServerSettings)}>
      <Story />
    </ServedRecipe>
  );
  return {
    args: { interval, failure: 'none' } as PageServerSettings,
    argTypes,
    decorators: [withServer],
    parameters: {
      layout: 'fullscreen',
      docs: {
        source: { code: writeSources(files) },
        // The code of a project is longer than its page.
        canvas: { sourceState: 'hidden' },
        description: {
          component:
            `${description}\n\nTake it home: copy [\`examples/recipes/${name}\`](${folder}) and run ` +
            `\`npm install && npm run dev\`. The guide [${title}](${manualLink(`docs/guides/${file}`)}) explains it.`,
        },
      },
    },
  };
}
