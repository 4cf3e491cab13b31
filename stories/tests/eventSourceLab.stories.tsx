import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import gallery, * as stories from '../eventSourceLab.stories.tsx';
import { expectFact } from '../support/expect/expectFact.ts';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { EventSourceLab } from '../support/lab/EventSourceLab.tsx';
import { pressFault } from '../support/lab/expect/pressFault.ts';
import { readFact } from '../support/lab/expect/readFact.ts';
import { setSlider } from '../support/lab/expect/setSlider.ts';

/** What the stories of the gallery are for. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/Network lab/useEventSource',
  component: EventSourceLab,
  tags: ['!dev', '!autodocs'],
  args: {
    ...gallery.args,
    network: 'Fast',
    reconnect: { initialDelay: 100, factor: 1, jitter: false },
    // Long enough for a busy machine: only the fault of that name may be a stall.
    idleTimeout: 2000,
    connectTimeout: 1000,
  },
  argTypes: {},
} satisfies Meta<typeof EventSourceLab>;

export default meta;

type Story = StoryObj<typeof meta>;

export const EveryFault: Story = {
  ...stories.BreakTheNetwork,
  args: {},
  play: async ({ canvas, step }) => {
    await step('it recovers from what may pass', async () => {
      await expectStatus(canvas, 'Open');
      for (const fault of ['network', 'stalled', 'timeout', 'http 503', 'incomplete', 'request'] as const) {
        await pressFault(canvas, fault, 'It recovered after');
        await expectStatus(canvas, 'Open');
      }
      // Every event came once.
      await waitFor(() =>
        expect(readFact(canvas, 'Events').text).toMatch(`${readFact(canvas, 'Last ID').text} events`),
      );
    });
    await step('it fails if the same answer would follow', async () => {
      for (const fault of ['http 401', 'content-type', 'event-too-large', 'upstream'] as const) {
        await pressFault(canvas, fault, 'It has failed.');
        await expectStatus(canvas, 'Error');
      }
    });
    await step('it leaves out an event that it cannot parse', async () => {
      await pressFault(canvas, 'parse', 'It continues.');
      await expectStatus(canvas, 'Open');
    });
  },
};

export const RepeatedFault: Story = {
  ...stories.BreakTheNetwork,
  args: {},
  play: async ({ canvas, step, userEvent }) => {
    const repeat = canvas.getByRole('checkbox', { name: 'Repeat the fault at each attempt' });
    await step('a server that stays down refuses attempt after attempt', async () => {
      await expectStatus(canvas, 'Open');
      await userEvent.click(repeat);
      await userEvent.click(canvas.getByRole('button', { name: /http 503/ }));
      await expectFact(canvas, 'Retry', /^[3-9]/);
    });
    await step('the source recovers once the fault no longer repeats', async () => {
      await userEvent.click(repeat);
      await expectStatus(canvas, 'Open');
    });
  },
};

export const Sliders: Story = {
  ...stories.BreakTheNetwork,
  args: {},
  play: async ({ canvas, step }) => {
    await step('a drop rate of 100 % breaks the running stream', async () => {
      await expectStatus(canvas, 'Open');
      await setSlider(canvas, 'Drop rate', 'max');
      await expectStatus(canvas, 'Reconnecting');
    });
    await step('the source recovers without drops', async () => {
      await setSlider(canvas, 'Drop rate', 'min');
      await expectStatus(canvas, 'Open');
    });
    await step('a chunk size of one byte makes many chunks of each event', async () => {
      await setSlider(canvas, 'Chunk size', 'min');
      const before = readFact(canvas, 'Bytes');
      await waitFor(() => expect(readFact(canvas, 'Bytes').chunks).toBeGreaterThan(before.chunks! + 100));
      const after = readFact(canvas, 'Bytes');
      await expect(after.bytes! - before.bytes!).toBe(after.chunks! - before.chunks!);
    });
  },
};

export const Timeline: Story = {
  ...stories.BreakTheNetwork,
  args: {},
  play: async ({ canvas, step, userEvent }) => {
    await step('it stands still while the stream continues', async () => {
      await expectFact(canvas, 'Bytes', /\d{3,} B in/);
      await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
      const { bytes } = readFact(canvas, 'Bytes');
      const events = readFact(canvas, 'Last ID').text;
      await waitFor(() => expect(readFact(canvas, 'Last ID').text).not.toBe(events));
      await expect(readFact(canvas, 'Bytes').bytes).toBe(bytes);
    });
    await step('its cursor goes back to before the first byte', async () => {
      await setSlider(canvas, /time to look at/, 'min');
      await expectFact(canvas, 'Bytes', /^0 B in 0 chunks$/);
      await expectFact(canvas, 'Events', /^0 events in 0 snapshots$/);
      await expectFact(canvas, 'Commits', /^0 events in 0 commits$/);
      await expectFact(canvas, 'Characters', /^0 of 0 shown$/);
    });
    await step('it follows the stream again', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Follow' }));
      await expectFact(canvas, 'Characters', /^([1-9]\d*) of \1 shown$/);
    });
  },
};
