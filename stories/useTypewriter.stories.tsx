import type { Meta, StoryObj } from '@storybook/react-vite';
import { spyOn } from 'storybook/test';
import { serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';
import { typewriterArgTypes, typewriterSpies } from './support/controls/typewriterArgTypes.ts';
import { LagDemo } from './support/demos/LagDemo.tsx';
import { ReplacedTextDemo } from './support/demos/ReplacedTextDemo.tsx';
import { StreamedTypewriterDemo } from './support/demos/StreamedTypewriterDemo.tsx';
import { TypewriterDemo } from './support/demos/TypewriterDemo.tsx';
import { answer, arabic, families, hindi, longAnswer, thai } from './support/server/sampleTexts.ts';
import { inWords } from './support/server/scripts.ts';

const meta = {
  title: 'useTypewriter',
  // Its page is useTypewriter.mdx.
  tags: ['!autodocs'],
  component: TypewriterDemo,
  // A text that is there at mount is shown at once by default, and without a speed it is typed in a moment.
  args: { text: answer, initial: 'type', graphemesPerSecond: 40, ...typewriterSpies },
  argTypes: typewriterArgTypes,
} satisfies Meta<typeof TypewriterDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The text is revealed at a steady pace. Restart it, or change its speed in the Controls. */
export const Typing: Story = {};

/** On a stream: words arrive in bursts and are revealed evenly, at the pace that keeps the lag within `maxLag`. */
export const Streaming: StoryObj<typeof StreamedTypewriterDemo> = {
  args: { url: '/answer', graphemesPerSecond: 'auto' },
  parameters: { script: inWords(answer), controls: { exclude: ['text', 'isStreaming'] } },
  render: (args) => <StreamedTypewriterDemo {...args} />,
};

/**
 * What has arrived and what is shown, drawn live. The stream arrives in bursts, and the text follows evenly, never more
 * than `maxLag` behind. Change the server and the options in the Controls, and press **Start** again.
 */
export const LagOverTime: StoryObj<typeof LagDemo> = {
  name: 'Lag over time',
  args: { ...serverArgs, delay: 500, burst: 6, maxLag: 600, graphemesPerSecond: 'auto' },
  argTypes: serverArgTypes,
  parameters: { controls: { exclude: ['text', 'isStreaming', 'lang'] } },
  render: (args) => <LagDemo {...args} />,
};

/** Pause the text, resume it, and skip to its end. */
export const PauseAndSkip: Story = {
  name: 'Pause and skip',
  args: { graphemesPerSecond: 30 },
};

/** Families, flags and skin tones are one grapheme each, however many code points they hold. */
export const EmojiFamiliesAndFlags: Story = {
  name: 'Emoji families and flags',
  args: { text: families, graphemesPerSecond: 10 },
};

/** Devanagari: a consonant and its vowel signs appear together. */
export const Hindi: Story = {
  args: { text: hindi, lang: 'hi', graphemesPerSecond: 10 },
};

/** Thai: tone marks appear with the letter that they stand on. */
export const Thai: Story = {
  args: { text: thai, lang: 'th', graphemesPerSecond: 10 },
};

/** Arabic runs from right to left, and its letters join while they appear. */
export const Arabic: Story = {
  args: { text: arabic, lang: 'ar', graphemesPerSecond: 10 },
};

/** `by: 'word'` reveals whole words, which is calmer for long answers. */
export const ByWord: Story = {
  name: 'By word',
  args: { by: 'word' },
};

/** Press **Replace the ending**: the text keeps the prefix that both versions share, and types the rest. */
export const ReplacedText: Story = {
  name: 'Replaced text',
  args: { graphemesPerSecond: 10 },
  parameters: { controls: { exclude: ['text'] } },
  render: (args) => <ReplacedTextDemo {...args} />,
};

/** A long text is not segmented again while it grows: its last words cost as much as its first. */
export const LongText: Story = {
  name: 'Long text',
  args: { text: longAnswer, graphemesPerSecond: 150 },
};

/** A reader who prefers reduced motion sees the text at once. */
export const ReducedMotion: Story = {
  name: 'Reduced motion',
  // Left out of the docs page, because there the preference would apply to every story.
  tags: ['!autodocs'],
  beforeEach: () => {
    const { matchMedia } = window;
    const preference = matchMedia('(min-width: 0px)');
    spyOn(window, 'matchMedia').mockImplementation((query) =>
      query.includes('prefers-reduced-motion') ? preference : matchMedia.call(window, query),
    );
  },
};
