import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { TypewriterDemo } from '../support/demos/TypewriterDemo.tsx';
import { expectFact } from '../support/expect/expectFact.ts';
import { expectOutput } from '../support/expect/expectOutput.ts';
import { answer, arabic, families, hindi, longAnswer, thai } from '../support/server/sampleTexts.ts';
import gallery, * as stories from '../useTypewriter.stories.tsx';

/** What the stories of the gallery do, at a quicker pace. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/useTypewriter',
  component: TypewriterDemo,
  args: { ...gallery.args, graphemesPerSecond: 'auto' },
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.1 },
} satisfies Meta<typeof TypewriterDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The same story without its speed, so that it is over soon. */
const quick = (story: Story): Story => ({ ...story, args: { ...story.args, graphemesPerSecond: 'auto' } });

export const Typing: Story = {
  ...stories.Typing,
  play: async ({ canvas, step }) => {
    await step('the text can be read by everyone in the end', () => expectOutput(canvas, answer));
    await step('a listener has heard its last sentence', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/waiting for\.$/), { timeout: 5000 });
    });
  },
};

export const HiddenWhileTyped: Story = {
  args: { graphemesPerSecond: 10 },
  play: async ({ canvas, step, userEvent }) => {
    await step('no role is given to the text while it is typed', async () => {
      await waitFor(() => expect(canvas.getByText(/^A s/)).toBeVisible());
      await expect(canvas.queryByRole('paragraph')).toBeNull();
    });
    await step('the user skips to the end by keyboard, and keeps the focus', async () => {
      const button = canvas.getByRole('button', { name: 'Skip' });
      button.focus();
      await userEvent.keyboard('{Enter}');
      await expectOutput(canvas, answer);
      await expect(button).toHaveFocus();
      await expect(button).toHaveAttribute('aria-disabled', 'true');
    });
  },
};

export const Streaming: StoryObj<typeof stories.Streaming> = {
  ...stories.Streaming,
  play: async ({ canvas }) => {
    await expectOutput(canvas, answer);
  },
};

export const LagOverTime: StoryObj<typeof stories.LagOverTime> = {
  ...stories.LagOverTime,
  args: { ...stories.LagOverTime.args, delay: 100 },
  play: async ({ canvas, step, userEvent }) => {
    await step('the picture shows what arrives', () => expectFact(canvas, 'Arrived', /^[1-9]/));
    await step('the user pauses and resumes', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    });
    await step('the answer is whole in the end', () => expectOutput(canvas, answer));
  },
};

export const PauseAndSkip: Story = {
  ...stories.PauseAndSkip,
  play: async ({ canvas, step, userEvent }) => {
    await step('the user pauses and resumes', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    });
    await step('the user skips to the end', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Skip' }));
      await expectOutput(canvas, answer);
    });
  },
};

export const EmojiFamiliesAndFlags: Story = {
  ...quick(stories.EmojiFamiliesAndFlags),
  play: async ({ canvas }) => {
    await expectOutput(canvas, families);
  },
};

export const Hindi: Story = {
  ...quick(stories.Hindi),
  play: async ({ canvas }) => {
    await expectOutput(canvas, hindi);
  },
};

export const Thai: Story = {
  ...quick(stories.Thai),
  play: async ({ canvas }) => {
    await expectOutput(canvas, thai);
  },
};

export const Arabic: Story = {
  ...quick(stories.Arabic),
  play: async ({ canvas }) => {
    await expectOutput(canvas, arabic);
  },
};

export const ByWord: Story = {
  ...stories.ByWord,
  play: async ({ canvas }) => {
    await expectOutput(canvas, answer);
  },
};

export const ReplacedText: Story = {
  ...quick(stories.ReplacedText),
  play: async ({ canvas, step, userEvent }) => {
    await step('the first text is shown', () => expectOutput(canvas, 'A stream is a response that arrives in pieces.'));
    await step('the user replaces its ending', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Replace the ending' }));
      await expectOutput(canvas, 'A stream is a response that takes its time.');
    });
  },
};

export const LongText: Story = {
  ...stories.LongText,
  play: async ({ canvas, step, userEvent }) => {
    await step('the text begins', async () => {
      // The live region says the same once a sentence is complete.
      await waitFor(() => expect(canvas.getByText(/^A stream/, { selector: '[aria-hidden]' })).toBeVisible());
    });
    await step('the user skips to the end', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Skip' }));
      await expectOutput(canvas, longAnswer);
    });
  },
};

export const ReducedMotion: Story = {
  ...stories.ReducedMotion,
  play: async ({ canvas }) => {
    await expectOutput(canvas, answer);
  },
};
