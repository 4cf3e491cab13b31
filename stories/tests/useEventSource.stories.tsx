import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { EventSourceDemo } from '../support/demos/EventSourceDemo.tsx';
import type { SharedFeedDemo } from '../support/demos/SharedFeedDemo.tsx';
import { expectFact } from '../support/expect/expectFact.ts';
import { expectItems } from '../support/expect/expectItems.ts';
import { expectItemsSoFar } from '../support/expect/expectItemsSoFar.ts';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { readings, stays } from '../support/server/scripts.ts';
import gallery, * as stories from '../useEventSource.stories.tsx';

/** What the stories of the gallery do, at a quicker pace. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/useEventSource',
  component: EventSourceDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.1 },
} satisfies Meta<typeof EventSourceDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Open: Story = {
  ...stories.Open,
  parameters: { script: [...readings(1, 6), stays] },
  play: async ({ canvas, step }) => {
    await step('the connection opens', () => expectStatus(canvas, 'Open'));
    await step('the newest of six events is on top', async () => {
      await expectItems(canvas, 6);
      await expect(canvas.getAllByRole('listitem')[0]).toHaveTextContent(/^Reading 6/);
    });
  },
};

export const Connecting: Story = {
  ...stories.Connecting,
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Connecting');
  },
};

export const Reconnecting: Story = {
  ...stories.Reconnecting,
  play: async ({ canvas, step }) => {
    await step('the connection breaks', () => expectStatus(canvas, 'Reconnecting'));
    await step('the next attempt is counted down', async () => {
      await expect(canvas.getByText(/^Attempt 1 in \d+ s$/)).toBeVisible();
    });
  },
};

export const Resumed: Story = {
  ...stories.Resumed,
  args: { reconnect: { initialDelay: 300, jitter: false } },
  play: async ({ canvas, step }) => {
    await step('the connection breaks', () => expectStatus(canvas, 'Reconnecting'));
    await step('it opens again', () => expectStatus(canvas, 'Open'));
    await step('all six events are there', () => expectItems(canvas, 6));
  },
};

export const ReconnectNow: Story = {
  ...stories.ReconnectNow,
  play: async ({ canvas, step, userEvent }) => {
    await step('the first attempt fails', () => expectStatus(canvas, 'Reconnecting'));
    await step('the user asks for the next one', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Reconnect now' }));
      await expectStatus(canvas, 'Open');
    });
    await step('the feed runs', () => expectItemsSoFar(canvas, 3));
  },
};

export const Ended: Story = {
  ...stories.Ended,
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Closed'));
    await step('the closing event is not shown', () => expectItems(canvas, 5));
  },
};

export const ClosedByUser: Story = {
  ...stories.ClosedByUser,
  play: async ({ canvas, step, userEvent }) => {
    await step('events arrive', () => expectItemsSoFar(canvas, 3));
    await step('the user closes the source by keyboard', async () => {
      const button = canvas.getByRole('button', { name: 'Close' });
      button.focus();
      await userEvent.keyboard('{Enter}');
      await expectStatus(canvas, 'Closed');
    });
    await step('the data stays, and so does the focus', async () => {
      await expect(canvas.getAllByRole('listitem').length).toBeGreaterThanOrEqual(3);
      await expect(canvas.getByRole('button', { name: 'Open' })).toHaveFocus();
    });
  },
};

export const Idle: Story = {
  ...stories.Idle,
  play: async ({ canvas, step, userEvent }) => {
    await step('nothing is sent', () => expectStatus(canvas, 'Idle'));
    await step('the user opens the source', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Open' }));
      await expectStatus(canvas, 'Open');
    });
  },
};

export const HttpError: Story = {
  ...stories.HttpError,
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is, and what the server said', async () => {
      await expectFact(canvas, 'HTTP', '401');
      await expect(canvas.getByRole('code')).toHaveTextContent('http');
      await expect(canvas.getByText(/Your session has ended/)).toBeVisible();
    });
  },
};

export const WrongContentType: Story = {
  ...stories.WrongContentType,
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByRole('code')).toHaveTextContent('content-type');
    });
  },
};

export const NoContent: Story = {
  ...stories.NoContent,
  play: async ({ canvas, step }) => {
    await step('the source closes', () => expectStatus(canvas, 'Closed'));
    await step('the note says why', async () => {
      await expect(canvas.getByText(/answered 204/)).toBeVisible();
      await expectFact(canvas, 'HTTP', '204');
    });
  },
};

export const NamedEvents: Story = {
  ...stories.NamedEvents,
  play: async ({ canvas, step }) => {
    await step('the heartbeat is left out', () => expectItems(canvas, 3));
    await step('each event has its name', async () => {
      const rows = canvas.getAllByRole('listitem').map(({ textContent }) => textContent?.split(' ')[0]);
      await expect(rows).toEqual(['price', 'trade', 'price']);
    });
  },
};

export const Stalled: Story = {
  ...stories.Stalled,
  args: { ...stories.Stalled.args, idleTimeout: 500 },
  play: async ({ canvas, step }) => {
    await step('the source fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByRole('code')).toHaveTextContent('stalled');
    });
  },
};

export const Shared: StoryObj<typeof SharedFeedDemo> = {
  ...stories.Shared,
  play: async ({ canvas, step, userEvent }) => {
    const readers = within(canvas.getByRole('list', { name: 'Components' }));
    await step('both components show the same reading', async () => {
      await waitFor(() => expect(readers.getAllByText(/^Reading 1:/)).toHaveLength(2), { timeout: 5000 });
    });
    await step('a third one joins', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Add a component' }));
      await waitFor(() => expect(readers.getAllByText(/^Reading/)).toHaveLength(3), { timeout: 5000 });
    });
    await step('one request was sent', () => expectFact(canvas, 'Requests', '1'));
  },
};

export const ParsedBySchema: StoryObj<typeof stories.ParsedBySchema> = {
  ...stories.ParsedBySchema,
  play: async ({ canvas, step }) => {
    await step('three events match', () => expectItems(canvas, 3));
    await step('the one that does not match is reported', async () => {
      await expect(canvas.getByText(/^price .*expected number/)).toBeVisible();
    });
  },
};

export const Reduced: StoryObj<typeof stories.Reduced> = {
  ...stories.Reduced,
  play: async ({ canvas, step }) => {
    await step('the vote ends', () => expectStatus(canvas, 'Closed'));
    await step('each vote was counted', async () => {
      const rows = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
      await expect(rows).toEqual(['Apple4', 'Pear2', 'Plum1']);
    });
  },
};

export const Throttled: StoryObj<typeof stories.Throttled> = {
  ...stories.Throttled,
  play: async ({ canvas, step }) => {
    await step('the streams end, one after another', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Done'), { timeout: 30_000 });
    });
    await step('no reader has lost an event', async () => {
      const rows = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
      await expect(rows.filter((row) => row?.includes('160 events'))).toHaveLength(3);
    });
    await step('each was measured', async () => {
      const rows = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
      await expect(rows.filter((row) => /An input waits up to [1-9]/.test(row ?? ''))).toHaveLength(3);
    });
  },
};

export const Playground: StoryObj<typeof stories.Playground> = {
  ...stories.Playground,
  args: { ...stories.Playground.args, delay: 100 },
  play: async ({ canvas }) => {
    await expectItemsSoFar(canvas, 3);
  },
};
