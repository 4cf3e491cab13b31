import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose, selectOf } from './support/controls/choices.ts';
import { policies } from './support/controls/policies.ts';
import { FetchStreamLab } from './support/lab/FetchStreamLab.tsx';
import { givenToBoth, labArgs, labArgTypes } from './support/lab/labArgTypes.ts';
import { writeTypedStream } from './support/lab/writeTypedStream.ts';

/**
 * An answer of a language model, over a simulated network between the hook and a mock server. `useTypewriter` shows its
 * characters. The sliders act on the stream that is running, and each fault happens for real. The timeline follows the
 * bytes to the screen: the last lane shows the characters that have arrived, and below them those that are typed. Pause
 * it, and move the cursor with the mouse or the arrow keys to read one moment. The stream continues meanwhile.
 */
const meta = {
  title: 'Network lab/useFetchStream',
  component: FetchStreamLab,
  args: { url: '/answer', ...labArgs, retry: choose('{ initialDelay: 1500, factor: 1, jitter: false }') },
  argTypes: { ...labArgTypes, retry: selectOf(policies) },
  parameters: {
    hook: 'useFetchStream',
    given: {
      body: "{ prompt: 'What is a stream?' }",
      as: "'events'",
      ...givenToBoth,
      select: '({ text }) => text',
      accumulate: 'concat()',
    },
    docs: { source: { transform: writeTypedStream } },
  },
} satisfies Meta<typeof FetchStreamLab>;

export default meta;

type Story = StoryObj<typeof meta>;

/**
 * Press **Overload**: nothing had arrived, so the request is sent again. Press **Cut** while text arrives: the stream
 * fails and keeps its text, because the beginning would arrive twice.
 */
export const BreakTheNetwork: Story = { name: 'Break the network' };

/** Each chunk is one byte, so events and characters are torn everywhere. No emoji or Devanagari character is ever broken. */
export const SingleBytes: Story = { name: 'Single bytes', args: { network: 'Single bytes' } };
