import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, spyOn, waitFor } from 'storybook/test';
import { expectOutput } from './support/expect/expectOutput.ts';
import { LagDemo } from './support/demos/LagDemo.tsx';
import { answer, arabic, families, hindi, thai } from './support/server/sampleTexts.ts';
import { inWords } from './support/server/scripts.ts';
import { pickControls, serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';
import { StreamedTypewriterDemo } from './support/demos/StreamedTypewriterDemo.tsx';
import { TypewriterDemo } from './support/demos/TypewriterDemo.tsx';

const meta = {
  title: 'useTypewriter',
  component: TypewriterDemo,
  // The default shows what is there at mount; a story begins with its text.
  args: { text: answer, initial: 'type' },
} satisfies Meta<typeof TypewriterDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The text is revealed at the pace that keeps the lag within `maxLag`. */
export const Typing: Story = {
  play: async ({ canvas, canvasElement, step }) => {
    await step('the text is whole in the end', () => expectOutput(canvasElement, answer));
    await step('a listener has heard its last sentence', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/waiting for\.$/), { timeout: 5000 });
    });
  },
};

/** On a stream: words arrive in bursts and are revealed evenly. */
export const Streaming: StoryObj<typeof StreamedTypewriterDemo> = {
  args: { url: '/answer' },
  parameters: { script: inWords(answer, 25) },
  render: (args) => <StreamedTypewriterDemo {...args} />,
  play: async ({ canvasElement, step }) => {
    await step('the answer is whole in the end', () => expectOutput(canvasElement, answer));
  },
};

/**
 * What has arrived and what is shown, drawn live. The stream comes in steps; the text follows evenly and is never more than
 * `maxLag` behind. Change the server and the options in the Controls, and press Again.
 */
export const LagOverTime: StoryObj<typeof LagDemo> = {
  args: { ...serverArgs, delay: 300, burst: 6, maxLag: 600 },
  argTypes: serverArgTypes,
  parameters: { controls: pickControls('maxLag', 'drain', 'graphemesPerSecond', 'by') },
  render: (args) => <LagDemo {...args} />,
  play: async ({ canvas, canvasElement, step, userEvent }) => {
    await step('the picture shows what arrives', async () => {
      await waitFor(() => expect(canvas.getByText('Arrived').nextSibling).not.toHaveTextContent(/^0$/), {
        timeout: 5000,
      });
    });
    await step('the user pauses and resumes', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    });
    await step('the answer is whole in the end', () => expectOutput(canvasElement, answer));
  },
};

/** A steady pace, slow enough to pause it, go on and skip to the end. */
export const PauseAndSkip: Story = {
  args: { graphemesPerSecond: 30 },
  play: async ({ canvas, canvasElement, step, userEvent }) => {
    await step('the user pauses and resumes', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    });
    await step('the user skips to the end', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Skip' }));
      await expectOutput(canvasElement, answer);
    });
  },
};

/** Families, flags and skin tones are one grapheme each, however many code points they hold. */
export const EmojiFamiliesAndFlags: Story = {
  args: { text: families, graphemesPerSecond: 60 },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, families);
  },
};

/** Devanagari: a consonant and its vowel signs appear together. */
export const Hindi: Story = {
  args: { text: hindi, lang: 'hi', graphemesPerSecond: 60 },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, hindi);
  },
};

/** Thai: tone marks appear with the letter that they stand on. */
export const Thai: Story = {
  args: { text: thai, lang: 'th', graphemesPerSecond: 60 },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, thai);
  },
};

/** Arabic runs from right to left, and its letters join as they come. */
export const Arabic: Story = {
  args: { text: arabic, lang: 'ar', graphemesPerSecond: 60 },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, arabic);
  },
};

/** `by: 'word'` reveals whole words, calmer for long answers. */
export const ByWord: Story = {
  args: { by: 'word' },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, answer);
  },
};

/** A text that is replaced keeps the prefix that both have in common, and goes on from there. */
export const ReplacedText: Story = {
  args: { graphemesPerSecond: 200 },
  render: function ReplacedText(args) {
    const [ending, setEnding] = useState('that arrives in pieces.');
    return (
      <>
        <TypewriterDemo {...args} text={`A stream is a response ${ending}`} />
        <button type="button" className="aside" onClick={() => setEnding('that takes its time.')}>
          Replace the ending
        </button>
      </>
    );
  },
  play: async ({ canvas, canvasElement, step, userEvent }) => {
    await step('the first text is shown', () =>
      expectOutput(canvasElement, 'A stream is a response that arrives in pieces.'),
    );
    await step('the user replaces its ending', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Replace the ending' }));
      await expectOutput(canvasElement, 'A stream is a response that takes its time.');
    });
  },
};

/** A long text is not segmented again as it grows: the last words cost what the first ones did. */
export const LongText: Story = {
  args: { text: `${answer}\n\n`.repeat(40).trim() },
  play: async ({ canvas, canvasElement, step, userEvent }) => {
    await step('the text begins', async () => {
      await waitFor(() => expect(canvas.getByRole('button', { name: 'Skip' })).toBeEnabled());
    });
    await step('the user skips to the end', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Skip' }));
      await expectOutput(canvasElement, `${answer}\n\n`.repeat(40).trim());
    });
  },
};

/** A reader who prefers reduced motion sees the text at once. */
export const ReducedMotion: Story = {
  // Left out of the docs page: there, the preference would hold for every story.
  tags: ['!autodocs'],
  beforeEach: () => {
    const { matchMedia } = window;
    const preference = matchMedia('(min-width: 0px)');
    spyOn(window, 'matchMedia').mockImplementation((query) =>
      query.includes('prefers-reduced-motion') ? preference : matchMedia.call(window, query),
    );
  },
  play: async ({ canvasElement }) => {
    await expectOutput(canvasElement, answer);
  },
};
