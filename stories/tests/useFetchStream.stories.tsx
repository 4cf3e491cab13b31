import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { FetchStreamDemo } from '../support/demos/FetchStreamDemo.tsx';
import { expectItems } from '../support/expect/expectItems.ts';
import { expectOutput } from '../support/expect/expectOutput.ts';
import { expectStatus } from '../support/expect/expectStatus.ts';
import { answer, families } from '../support/server/sampleTexts.ts';
import gallery, * as stories from '../useFetchStream.stories.tsx';

/** What the stories of the gallery do, at a quicker pace. The gallery leaves these out, so that a visitor presses first. */
const meta = {
  ...gallery,
  title: 'Tests/useFetchStream',
  component: FetchStreamDemo,
  tags: ['!dev', '!autodocs'],
  parameters: { pace: 0.1 },
} satisfies Meta<typeof FetchStreamDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Streaming: Story = {
  ...stories.Streaming,
  play: async ({ canvas, step }) => {
    await step('the answer begins', () => expectStatus(canvas, 'Streaming'));
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
  },
};

export const Idle: Story = {
  ...stories.Idle,
  play: async ({ canvas, step, userEvent }) => {
    await step('nothing is sent', () => expectStatus(canvas, 'Idle'));
    await step('the user starts the answer by keyboard', async () => {
      canvas.getByRole('button', { name: 'Start' }).focus();
      await userEvent.keyboard('{Enter}');
      await expect(await canvas.findByRole('button', { name: 'Stop' })).toHaveFocus();
    });
    await step('the answer ends, and the button that stopped it starts it again', async () => {
      await expectStatus(canvas, 'Done');
      await expect(canvas.getByRole('button', { name: 'Start' })).toHaveFocus();
    });
  },
};

export const Connecting: Story = {
  ...stories.Connecting,
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Connecting');
  },
};

export const Done: Story = {
  ...stories.Done,
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('it is whole', () => expectOutput(canvas, answer));
  },
};

export const StoppedByUser: Story = {
  ...stories.StoppedByUser,
  play: async ({ canvas, step, userEvent }) => {
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
    await step('the user stops the answer', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
      await expectStatus(canvas, 'Stopped');
    });
    await step('the partial answer stays', async () => {
      await expect(canvas.getByText(/^A stream is/)).toBeVisible();
    });
  },
};

export const Replayed: Story = {
  ...stories.HttpError,
  play: async ({ canvas, step, userEvent }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the user plays the story again', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Replay' }));
      await expectStatus(canvas, 'Connecting');
    });
    await step('the focus stays, and the stream fails again', async () => {
      await expect(canvas.getByRole('button', { name: 'Replay' })).toHaveFocus();
      await expectStatus(canvas, 'Error');
    });
  },
};

export const ChatEvents: Story = {
  ...stories.ChatEvents,
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('the closing event is not shown', () => expectItems(canvas, 3));
  },
};

export const JsonLines: Story = {
  ...stories.JsonLines,
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Done'));
    await step('every line is a value', () => expectItems(canvas, 3));
  },
};

export const Lines: Story = {
  ...stories.Lines,
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Done'));
    await step('the cut line is whole', async () => {
      await expect(canvas.getByText('12:00:02 compiled 214 modules')).toBeVisible();
    });
  },
};

export const Progress: Story = {
  ...stories.Progress,
  play: async ({ canvas, step }) => {
    await step('the download is measured', async () => {
      await waitFor(() => expect(canvas.getByRole('progressbar')).toBeVisible(), { timeout: 5000 });
    });
    await step('it reaches its end', async () => {
      await expectStatus(canvas, 'Done');
      await expect(canvas.getByText(/^100 % of/)).toBeVisible();
    });
  },
};

export const HttpError: Story = {
  ...stories.HttpError,
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByRole('code')).toHaveTextContent('http');
    });
  },
};

export const UpstreamError: Story = {
  ...stories.UpstreamError,
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the item before the error is kept, and the error is not among the items', async () => {
      await expect(canvas.getByRole('code')).toHaveTextContent('upstream');
      await expectItems(canvas, 1);
    });
  },
};

export const BrokenConnection: Story = {
  ...stories.BrokenConnection,
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the partial answer stays', async () => {
      await expect(canvas.getByText(/^A stream is/)).toBeVisible();
    });
  },
};

export const SplitCharacters: Story = {
  ...stories.SplitCharacters,
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('it is whole', () => expectOutput(canvas, families));
  },
};

export const Retried: StoryObj<typeof stories.Retried> = {
  ...stories.Retried,
  args: { ...stories.Retried.args, retry: { initialDelay: 100, jitter: false } },
  play: async ({ canvas, step }) => {
    await step('the third request brings the answer', () => expectStatus(canvas, 'Done'));
    await step('the list says what became of each attempt', async () => {
      const attempts = within(canvas.getByRole('list', { name: 'Attempts' }));
      const rows = attempts.getAllByRole('listitem').map(({ textContent }) => textContent);
      await expect(rows).toEqual([
        'Attempt 1: HTTP 503 Overloaded',
        'Attempt 2: the connection failed',
        'Attempt 3: done',
      ]);
    });
  },
};

export const Blocks: StoryObj<typeof stories.Blocks> = {
  ...stories.Blocks,
  play: async ({ canvas, step }) => {
    await step('the answer ends', async () => {
      await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Done'), { timeout: 15_000 });
    });
    await step('each finished paragraph was rendered once', async () => {
      const facts = canvas.getAllByText(/^Block \d/).map(({ textContent }) => textContent);
      await expect(facts).toEqual([1, 2, 3, 4, 5].map((number) => `Block ${number}, renders: 1`));
    });
  },
};

export const Playground: StoryObj<typeof stories.Playground> = {
  ...stories.Playground,
  play: async ({ canvas, step }) => {
    await step('the answer begins', () => expectStatus(canvas, 'Streaming'));
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
  },
};
