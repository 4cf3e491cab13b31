import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { BlocksDemo } from './support/demos/BlocksDemo.tsx';
import { expectStatus } from './support/expect/expectStatus.ts';
import { FetchStreamDemo } from './support/demos/FetchStreamDemo.tsx';
import { FetchStreamPlayground } from './support/demos/FetchStreamPlayground.tsx';
import { answer, families } from './support/server/sampleTexts.ts';
import { inWords, stays } from './support/server/scripts.ts';
import { pickControls, serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';

const meta = {
  title: 'useFetchStream',
  component: FetchStreamDemo,
  args: { url: '/answer' },
  argTypes: { url: { control: 'text' } },
} satisfies Meta<typeof FetchStreamDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Text is shown while it arrives. */
export const Streaming: Story = {
  parameters: { script: [...inWords(answer.slice(0, 120)), stays] },
  play: async ({ canvas, step }) => {
    await step('the answer begins', () => expectStatus(canvas, 'Streaming'));
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
  },
};

/** With `enabled: false` nothing is sent until `start()` is called. */
export const Idle: Story = {
  args: { enabled: false },
  parameters: { script: inWords(answer) },
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Idle');
  },
};

/** The request is sent and the server has not answered yet. */
export const Connecting: Story = {
  parameters: { script: [stays] },
  play: async ({ canvas }) => {
    await expectStatus(canvas, 'Connecting');
  },
};

/** The whole answer has arrived. */
export const Done: Story = {
  parameters: { script: inWords(answer, 15) },
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('it is whole', async () => {
      await expect(canvas.getByText(/nobody is waiting for\.$/)).toBeVisible();
    });
  },
};

/** Stopping is no error: the partial answer stays. */
export const StoppedByUser: Story = {
  parameters: { script: [...inWords(answer.slice(0, 120)), stays] },
  play: async ({ canvas, step, userEvent }) => {
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
    await step('the user stops the answer', async () => {
      await userEvent.click(canvas.getByRole('button', { name: 'Stop' }));
      await expectStatus(canvas, 'Stopped');
      await expect(canvas.getByText(/^A stream is/)).toBeVisible();
    });
  },
};

/** A POST with a JSON body, answered in server-sent events that end with `[DONE]`, as language models do. */
export const ChatEvents: Story = {
  args: {
    url: '/chat',
    body: { prompt: 'What is a stream?' },
    as: 'events',
    until: (event) => typeof event === 'object' && 'data' in event && event.data === '[DONE]',
  },
  parameters: {
    script: [
      { after: 120, event: 'A stream' },
      { after: 120, event: 'is a response' },
      { after: 120, event: 'that takes its time.' },
      { after: 120, event: '[DONE]' },
      stays,
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('the closing event is not shown', async () => {
      await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    });
  },
};

/** One JSON value a line, cut into chunks of five bytes on the way. */
export const JsonLines: Story = {
  args: { as: 'json-lines' },
  parameters: {
    script: [
      { after: 150, json: { step: 1, task: 'fetch the sources' }, chunkSize: 5 },
      { after: 150, json: { step: 2, task: 'compile' }, chunkSize: 5 },
      { after: 150, json: { step: 3, task: 'run the tests' }, chunkSize: 5 },
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Done'));
    await step('every line is a value', async () => {
      await expect(canvas.getAllByRole('listitem')).toHaveLength(3);
    });
  },
};

/** A log, line by line. Lines that the server has not ended yet wait for their end. */
export const Lines: Story = {
  args: { as: 'lines' },
  parameters: {
    script: [
      { after: 100, text: '12:00:01 build started\n12:00:02 compi' },
      { after: 100, text: 'led 214 modules\n' },
      { after: 100, text: '12:00:04 build finished\n' },
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the stream ends', () => expectStatus(canvas, 'Done'));
    await step('the cut line is whole', async () => {
      await expect(canvas.getByText('12:00:02 compiled 214 modules')).toBeVisible();
    });
  },
};

/** Download progress, where the server sends a Content-Length. */
export const Progress: Story = {
  args: { url: '/file', as: 'bytes' },
  parameters: {
    script: [
      { after: 100, status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': '65536' } },
      ...Array.from({ length: 16 }, () => ({ after: 60, bytes: new Uint8Array(4096) })),
    ],
  },
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

/** A failed request shows the server's status; the error also holds the headers and the body. */
export const HttpError: Story = {
  parameters: { script: [{ after: 100, status: 503, headers: { 'retry-after': '30' }, text: 'Overloaded' }] },
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the error says what it is', async () => {
      await expect(canvas.getByText('http')).toBeVisible();
    });
  },
};

/** `fail` finds the error that a provider sends inside a stream which began well. */
export const UpstreamError: Story = {
  args: {
    as: 'json-lines',
    fail: (line) => typeof line === 'object' && line !== null && 'error' in line && line.error,
  },
  parameters: {
    script: [
      { after: 150, json: { text: 'A stream is' } },
      { after: 150, json: { error: 'The model is overloaded.' } },
    ],
  },
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('what had arrived stays, and the error is not among it', async () => {
      await expect(canvas.getByText('upstream')).toBeVisible();
      await expect(canvas.getAllByRole('listitem')).toHaveLength(1);
    });
  },
};

/** A connection that breaks keeps what had arrived. */
export const BrokenConnection: Story = {
  parameters: { script: [...inWords(answer.slice(0, 120), 20), { after: 100, drop: true }] },
  play: async ({ canvas, step }) => {
    await step('the stream fails', () => expectStatus(canvas, 'Error'));
    await step('the partial answer stays', async () => {
      await expect(canvas.getByText(/^A stream is/)).toBeVisible();
    });
  },
};

/** Every chunk is one byte, and no emoji is ever torn. */
export const SplitCharacters: Story = {
  parameters: { script: [{ after: 100, text: families, chunkSize: 1 }] },
  play: async ({ canvas, step }) => {
    await step('the answer ends', () => expectStatus(canvas, 'Done'));
    await step('it is whole', async () => {
      await expect(canvas.getByText(families)).toBeVisible();
    });
  },
};

/** `retry` sends the request again while not one byte has come: here after a 503 and after a connection that failed. */
export const Retried: Story = {
  args: { retry: { initialDelay: 800, factor: 1, jitter: false } },
  parameters: {
    script: [[{ after: 200, status: 503, text: 'Overloaded' }], [{ after: 200, fail: true }], inWords(answer, 15)],
  },
  play: async ({ canvas, step }) => {
    await step('the third request brings the answer', () => expectStatus(canvas, 'Done'));
    await step('it is whole', async () => {
      await expect(canvas.getByText(/nobody is waiting for\.$/)).toBeVisible();
    });
  },
};

/** `accumulate: blocks()` with memoised rows: a finished paragraph renders once, and only the last one again and again. */
export const Blocks: StoryObj<typeof BlocksDemo> = {
  parameters: {
    script: inWords(Array.from({ length: 3 }, () => answer).join('\n\n'), 15),
    given: { accumulate: 'blocks()' },
  },
  render: (args) => <BlocksDemo {...args} />,
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

/** Change the mock server in the Controls while the answer runs: its pace, its bursts, what breaks and what it answers. */
export const Playground: StoryObj<typeof FetchStreamPlayground> = {
  args: { ...serverArgs, delay: 150, burst: 2, idleTimeout: 5000 },
  argTypes: serverArgTypes,
  parameters: { controls: pickControls() },
  render: (args) => <FetchStreamPlayground {...args} />,
  play: async ({ canvas, step }) => {
    await step('the answer begins', () => expectStatus(canvas, 'Streaming'));
    await step('words arrive', async () => {
      await waitFor(() => expect(canvas.getByText(/^A stream is/)).toBeVisible(), { timeout: 5000 });
    });
  },
};
