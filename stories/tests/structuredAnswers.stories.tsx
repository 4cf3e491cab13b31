import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery, * as stories from '../structuredAnswers.stories.tsx';
import { RecipeDemo } from '../support/demos/RecipeDemo.tsx';
import { expectFact } from '../support/expect/expectFact.ts';

/** What the stories of the gallery end with, at a quicker pace. */
const meta = {
  ...gallery,
  title: 'Tests/Structured answers',
  component: RecipeDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.1 },
} satisfies Meta<typeof RecipeDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Recipe: Story = {
  ...stories.Recipe,
  play: async ({ canvas, step }) => {
    await step('a row that is written is a skeleton', async () => {
      await waitFor(() => expect(canvas.getAllByRole('listitem').at(-1)).toHaveAttribute('aria-busy', 'true'));
    });
    await step('every finished row has rendered once', async () => {
      await expectFact(canvas, 'Finished', '6');
      const rows = canvas.getAllByRole('listitem');
      await expect(rows).toHaveLength(6);
      for (const row of rows) await expect(row).toHaveTextContent(/ min\) renders: 1$/);
    });
  },
};

export const Cut: Story = {
  ...stories.Cut,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('code', {}, { timeout: 5000 })).toHaveTextContent('network');
    await expect(canvas.getAllByRole('listitem').map((row) => row.getAttribute('aria-busy'))).toEqual([
      null,
      null,
      'true',
    ]);
  },
};
