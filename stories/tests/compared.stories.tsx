import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, spyOn, waitFor, within } from 'storybook/test';
import { ComparedDemo } from '../compared/ComparedDemo.tsx';
import gallery, { FourClients } from '../compared.stories.tsx';

/** What the page shows of a run. */
const meta = {
  ...gallery,
  title: 'Tests/Compared',
  component: ComparedDemo,
  tags: ['!dev', '!autodocs'],
  args: { answer: 'fast', fault: 'none' },
} satisfies Meta<typeof ComparedDemo>;

export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = Pick<ReturnType<typeof within>, 'getAllByRole' | 'getByRole' | 'getByText'>;

const patience = { timeout: 30_000 };

async function waitForEnd(canvas: Canvas): Promise<void> {
  await waitFor(() => expect(canvas.getByText('All clients have run')).toBeInTheDocument(), patience);
}

/** Reads a row of the results by its columns. */
function readResult(canvas: Canvas, client: string): Record<string, string> {
  const columns = canvas.getAllByRole('columnheader').map(({ textContent }: HTMLElement) => textContent);
  const row = canvas.getByRole('row', { name: new RegExp(`^${client} `) });
  const cells = [...row.children].map(({ textContent }) => textContent);
  return Object.fromEntries(columns.map((column: string, place: number) => [column, cells[place] ?? '']));
}

/** Reads the requests that the server saw from a client. */
function readRequests(canvas: Canvas, client: string): string[] {
  const pane = canvas.getByRole('heading', { name: client }).closest('li')!;
  const list = within(pane).getByRole('list', { name: 'Requests the server saw' });
  return [...list.children].map(({ textContent }) => textContent);
}

export const NothingGoesWrong: Story = {
  ...FourClients,
  play: async ({ canvas, step, userEvent }) => {
    await step('the reader starts the run by keyboard', async () => {
      const run = canvas.getByRole('button', { name: 'Run' });
      run.focus();
      await userEvent.keyboard('{Enter}');
      await waitForEnd(canvas);
      await expect(run).toHaveFocus();
    });
    await step('every client shows the whole answer once', async () => {
      for (const client of ['EventSource', 'fetchEventSource', 'useChat', 'useEventSource']) {
        await expect(readResult(canvas, client)).toMatchObject({ End: 'done', Lost: '0', Doubled: '0' });
      }
    });
    await step('useEventSource sends one request under StrictMode', async () => {
      await expect(readRequests(canvas, 'useEventSource')).toEqual(['GET: 5000 tokens, complete']);
    });
  },
};

export const CutInTheMiddle: Story = {
  ...FourClients,
  args: { fault: 'cut' },
  play: async ({ canvas, step, userEvent }) => {
    const fetches = spyOn(globalThis, 'fetch');
    await userEvent.click(canvas.getByRole('button', { name: 'Run' }));
    await waitForEnd(canvas);
    const sent = fetches.mock.calls.map(([url]) => String(url));
    fetches.mockRestore();

    await step('useEventSource resumes after the last event and loses nothing', async () => {
      await expect(readResult(canvas, 'useEventSource')).toMatchObject({ End: 'done', Lost: '0', Doubled: '0' });
      await expect(readRequests(canvas, 'useEventSource')).toEqual([
        'GET: 2500 tokens, cut',
        'GET after event 2500: 2500 tokens, complete',
      ]);
    });
    await step('the server saw as many requests as the page sent', async () => {
      await expect(readRequests(canvas, 'useChat')).toHaveLength(
        sent.filter((url) => url.includes('/useChat/ui-messages')).length,
      );
      await expect(readRequests(canvas, 'useEventSource')).toHaveLength(
        sent.filter((url) => url.includes('/useEventSource/events')).length,
      );
    });
    await step('what useChat lost is what the server did not send', async () => {
      await expect(readRequests(canvas, 'useChat')).toEqual(['POST: 2500 tokens, cut']);
      await expect(readResult(canvas, 'useChat')).toMatchObject({ Lost: '2,500', Doubled: '0' });
    });
  },
};

export const SentByPost: Story = {
  ...FourClients,
  args: { fault: 'post' },
  play: async ({ canvas, step, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Run' }));
    await waitForEnd(canvas);
    await step('EventSource is left out, and its pane says why', async () => {
      await expect(canvas.getByText('EventSource has no way to send a body: it only sends GET.')).toBeVisible();
      await expect(readResult(canvas, 'EventSource')).toMatchObject({ End: 'cannot POST', Requests: '–' });
    });
    await step('useEventSource sends one POST under StrictMode', async () => {
      await expect(readRequests(canvas, 'useEventSource')).toEqual(['POST: 5000 tokens, complete']);
    });
  },
};

export const Unmounted: Story = {
  ...FourClients,
  args: { answer: 'steady', fault: 'unmount' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Run' }));
    await waitForEnd(canvas);
    await expect(readRequests(canvas, 'useEventSource')).toEqual([
      expect.stringMatching(/^GET: \d+ tokens, canceled by the client$/),
    ]);
  },
};

export const WithoutServiceWorker: Story = {
  ...FourClients,
  play: async ({ canvas, userEvent }) => {
    const serviceWorker = spyOn(Navigator.prototype, 'serviceWorker', 'get').mockReturnValue(undefined as never);
    await userEvent.click(canvas.getByRole('button', { name: 'Run' }));
    await expect(await canvas.findByRole('alert')).toHaveTextContent(/needs a service worker/);
    await expect(canvas.getAllByText('Press Run.')).toHaveLength(4);
    serviceWorker.mockRestore();
  },
};
