import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, type within } from 'storybook/test';
import gallery, * as stories from '../markdown.stories.tsx';
import type { MarkdownComparedDemo } from '../support/demos/MarkdownComparedDemo.tsx';
import { MarkdownDemo } from '../support/demos/MarkdownDemo.tsx';
import type { TypedMarkdownDemo } from '../support/demos/TypedMarkdownDemo.tsx';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { markdownAnswer } from '../support/server/sampleTexts.ts';
import { inWords } from '../support/server/scripts.ts';

/** What the stories of the gallery end with, at a quicker pace. */
const meta = {
  ...gallery,
  title: 'Tests/Markdown',
  component: MarkdownDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { ...gallery.parameters, pace: 0.1 },
} satisfies Meta<typeof MarkdownDemo>;

export default meta;

type Canvas = ReturnType<typeof within>;

/** Waits for the end of the answer, and checks that each of its parts is an element. */
async function expectElements(canvas: Canvas) {
  await canvas.findByText('Half a marker is never shown.', undefined, { timeout: 10_000 });
  await expect(canvas.getByRole('heading', { name: 'Reading a stream' })).toBeVisible();
  await expect(canvas.getByRole('link', { name: 'Fetch' })).toBeVisible();
  await expect(canvas.getAllByRole('row')).toHaveLength(3);
  await waitFor(() => expect(canvas.getByText('function', { selector: '.hljs-keyword' })).toBeVisible());
  await expect(canvas.queryByText(/\*\*|~~|\]\(|`/)).toBeNull();
}

export const Rendered: StoryObj<typeof meta> = {
  ...stories.Rendered,
  play: async ({ canvas }) => {
    await expectElements(canvas);
    await expectStatus(canvas, 'Done');
  },
};

export const Typed: StoryObj<typeof TypedMarkdownDemo> = {
  ...stories.Typed,
  play: async ({ canvas }) => expectElements(canvas),
};

export const Compared: StoryObj<typeof MarkdownComparedDemo> = {
  ...stories.Compared,
  parameters: { script: inWords(markdownAnswer, 16) },
  play: async ({ canvas, step }) => {
    await step('the answer is shown in three ways', async () => {
      await waitFor(() => expect(canvas.getAllByText('Half a marker is never shown.')).toHaveLength(3), {
        timeout: 15_000,
      });
    });
    await step('each says how many rows it rendered', async () => {
      for (const fact of canvas.getAllByText(/rows rendered/)) await expect(fact).toHaveTextContent(/^[1-9]\d* rows/);
    });
  },
};
