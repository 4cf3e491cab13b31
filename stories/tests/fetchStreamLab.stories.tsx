import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import gallery, * as stories from '../fetchStreamLab.stories.tsx';
import { expectFact } from '../support/expect/expectFact.ts';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { FetchStreamLab } from '../support/lab/FetchStreamLab.tsx';
import { pressFault } from '../support/lab/expect/pressFault.ts';
import { startAnswer } from '../support/lab/expect/startAnswer.ts';

/** What the stories of the gallery are for. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/Network lab/useFetchStream',
  component: FetchStreamLab,
  tags: ['!dev', '!autodocs'],
  args: {
    ...gallery.args,
    network: 'Fast',
    retry: { initialDelay: 100, factor: 1, jitter: false },
    // Long enough for a busy machine: only the fault of that name may be a stall.
    idleTimeout: 2000,
    connectTimeout: 1000,
  },
  argTypes: {},
} satisfies Meta<typeof FetchStreamLab>;

export default meta;

type Story = StoryObj<typeof meta>;

export const EveryFault: Story = {
  ...stories.BreakTheNetwork,
  args: {},
  play: async ({ canvas, step }) => {
    await step('it recovers from what may pass, if nothing had arrived', async () => {
      await expectStatus(canvas, 'Streaming');
      for (const fault of ['timeout', 'http 503', 'request'] as const) {
        await pressFault(canvas, fault, 'It recovered after');
        await expectStatus(canvas, 'Streaming');
      }
    });
    await step('it fails if the same answer would follow', async () => {
      for (const fault of ['http 401', 'content-type'] as const) {
        await pressFault(canvas, fault, 'It has failed.');
        await expectStatus(canvas, 'Error');
      }
    });
    await step('it fails and keeps its text if a part of the answer had arrived', async () => {
      for (const fault of ['network', 'stalled', 'incomplete', 'event-too-large', 'parse', 'upstream'] as const) {
        await startAnswer(canvas);
        await pressFault(canvas, fault, 'It has failed.');
        await expectStatus(canvas, 'Error');
        await expect(canvas.getByRole('region', { name: 'Streamed text' })).toHaveTextContent(/^A/);
      }
    });
  },
};

export const SingleBytes: Story = {
  ...stories.SingleBytes,
  args: { network: 'Single bytes' },
  play: async ({ canvas, step }) => {
    await step('characters arrive in single bytes and are typed', async () => {
      await expectFact(canvas, 'Characters', /^[2-9]\d of [2-9]\d shown$/);
    });
  },
};
