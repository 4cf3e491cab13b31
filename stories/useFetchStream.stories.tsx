import type { Meta, StoryObj } from '@storybook/react-vite';
import { choose } from './support/controls/choices.ts';
import { fetchStreamArgTypes, fetchStreamSpies } from './support/controls/fetchStreamArgTypes.ts';
import { serverArgs, serverArgTypes } from './support/controls/serverArgs.ts';
import { BlocksDemo } from './support/demos/BlocksDemo.tsx';
import { FetchStreamDemo } from './support/demos/FetchStreamDemo.tsx';
import { FetchStreamPlayground } from './support/demos/FetchStreamPlayground.tsx';
import { RetryDemo } from './support/demos/RetryDemo.tsx';
import { answer, families } from './support/server/sampleTexts.ts';
import { inWords, stays } from './support/server/scripts.ts';

const meta = {
  title: 'useFetchStream',
  // Its page is useFetchStream.mdx.
  tags: ['!autodocs'],
  component: FetchStreamDemo,
  args: { url: '/answer', ...fetchStreamSpies },
  argTypes: fetchStreamArgTypes,
} satisfies Meta<typeof FetchStreamDemo>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The whole life of an answer: the request, the chunks as they arrive, and the end. Press **Stop** to cut it short. */
export const LifeOfAnAnswer: Story = {
  name: 'Life of an answer',
  parameters: { showsWire: true, script: inWords(answer, 150) },
};

/** Text is shown while it arrives. */
export const Streaming: Story = {
  parameters: { script: [...inWords(answer), stays] },
};

/** With `enabled: false`, nothing is sent until `start()` is called. Press **Start**. */
export const Idle: Story = {
  args: { enabled: false },
  parameters: { script: inWords(answer) },
};

/** The request has been sent, and the server has not answered yet. */
export const Connecting: Story = {
  parameters: { script: [stays] },
};

/** The whole answer has arrived. */
export const Done: Story = {
  parameters: { script: inWords(answer, 40) },
};

/** Press **Stop**. Stopping is not an error: the partial answer is kept. */
export const StoppedByUser: Story = {
  name: 'Stopped by the user',
  parameters: { script: inWords(answer, 200) },
};

/** A POST with a JSON body, answered with server-sent events that end with `[DONE]`, like language models do. */
export const ChatEvents: Story = {
  name: 'Chat events',
  args: {
    url: '/chat',
    body: choose("{ prompt: 'What is a stream?' }"),
    as: 'events',
    until: choose("(event) => event.data === '[DONE]'"),
  },
  parameters: {
    script: [
      { after: 700, event: 'A stream' },
      { after: 700, event: 'is a response' },
      { after: 700, event: 'that takes its time.' },
      { after: 700, event: '[DONE]' },
      stays,
    ],
  },
};

/** One JSON value per line, cut into chunks of five bytes on the way. */
export const JsonLines: Story = {
  name: 'JSON lines',
  args: { as: 'json-lines' },
  parameters: {
    script: [
      { after: 900, json: { step: 1, task: 'fetch the sources' }, chunkSize: 5 },
      { after: 900, json: { step: 2, task: 'compile' }, chunkSize: 5 },
      { after: 900, json: { step: 3, task: 'run the tests' }, chunkSize: 5 },
    ],
  },
};

/** A log, line by line. A line that the server has not finished yet waits for its end. */
export const Lines: Story = {
  args: { as: 'lines' },
  parameters: {
    script: [
      { after: 900, text: '12:00:01 build started\n12:00:02 compi' },
      { after: 900, text: 'led 214 modules\n' },
      { after: 900, text: '12:00:04 build finished\n' },
    ],
  },
};

/** The progress of a download whose length the server sends in a Content-Length header. */
export const Progress: Story = {
  args: { url: '/file', as: 'bytes' },
  parameters: {
    script: [
      { after: 300, status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': '65536' } },
      ...Array.from({ length: 16 }, () => ({ after: 300, bytes: new Uint8Array(4096) })),
    ],
  },
};

/** A failed request shows the server's status. The error also holds the headers and the body. */
export const HttpError: Story = {
  name: 'HTTP error',
  parameters: { script: [{ after: 400, status: 503, headers: { 'retry-after': '30' }, text: 'Overloaded' }] },
};

/** `fail` finds the error that a provider sends inside a stream that began well. */
export const UpstreamError: Story = {
  name: 'Upstream error',
  args: { as: 'json-lines', fail: choose('(item) => item?.error') },
  parameters: {
    script: [
      { after: 900, json: { text: 'A stream is' } },
      { after: 900, json: { error: 'The model is overloaded.' } },
    ],
  },
};

/** Data received before the connection breaks is kept. */
export const BrokenConnection: Story = {
  name: 'Broken connection',
  parameters: { script: [...inWords(answer.slice(0, 120), 120), { after: 400, drop: true }] },
};

/** Every chunk is one byte, and no emoji is ever torn. */
export const SplitCharacters: Story = {
  name: 'Split characters',
  parameters: { script: inWords(families, 300).map((step) => ({ ...step, chunkSize: 1 })) },
};

/** `retry` sends the request again until the first byte arrives: here after a 503 and after a failed connection. */
export const Retried: StoryObj<typeof RetryDemo> = {
  args: { retry: choose('{ initialDelay: 1500, factor: 1, jitter: false }') },
  parameters: {
    controls: { exclude: ['headers'] },
    script: [[{ after: 500, status: 503, text: 'Overloaded' }], [{ after: 500, fail: true }], inWords(answer, 40)],
  },
  render: (args) => <RetryDemo {...args} />,
};

/** `accumulate: blocks()` with memoised rows: a finished paragraph renders once, and only the last one renders again. */
export const Blocks: StoryObj<typeof BlocksDemo> = {
  parameters: {
    script: inWords(Array.from({ length: 3 }, () => answer).join('\n\n'), 40),
    given: { accumulate: 'blocks()' },
    controls: { include: ['url', 'throttle', 'enabled', 'fetch'] },
  },
  render: (args) => <BlocksDemo {...args} />,
};

/** Change the mock server in the Controls while the answer runs: its pace, its bursts, what breaks and what it answers. */
export const Playground: StoryObj<typeof FetchStreamPlayground> = {
  args: { ...serverArgs, delay: 150, idleTimeout: 5000 },
  argTypes: serverArgTypes,
  render: (args) => <FetchStreamPlayground {...args} />,
};
