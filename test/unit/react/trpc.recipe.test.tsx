// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTRPCClient, httpBatchStreamLink } from '@trpc/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { StrictMode, useState } from 'react';
import { list, useFetchStream } from 'react-streamed';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

let asked: string[] = [];
let ended: string[] = [];
let release = () => {};

const trpc = initTRPC.create();
const router = trpc.router({
  chat: trpc.procedure
    .input((input) => String(input))
    .mutation(async function* ({ input, signal }) {
      asked.push(input);
      if (input === 'forbidden') throw new TRPCError({ code: 'FORBIDDEN', message: 'Not you.' });
      try {
        yield { text: 'Hel' };
        await new Promise<void>((resolve) => {
          release = resolve;
          signal?.addEventListener('abort', () => resolve());
        });
        if (input === 'broken') throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'The model is gone.' });
        yield { text: 'lo' };
      } finally {
        ended.push(input);
      }
    }),
});

const server = createHTTPServer({ router });
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  ended = [];
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The client of a page of one test. */
const connect = () => createTRPCClient<typeof router>({ links: [httpBatchStreamLink({ url })] });

let client: ReturnType<typeof connect>;

beforeEach(() => {
  client = connect();
});

function Chat({ question }: { readonly question: string }) {
  const [prompt, setPrompt] = useState<string>();
  const { data, status, error, isStreaming, stop } = useFetchStream(
    prompt === undefined ? null : ({ signal }) => client.chat.mutate(prompt, { signal }),
    { key: prompt, method: 'POST', accumulate: list() },
  );
  return (
    <>
      <button onClick={isStreaming ? stop : () => setPrompt(question)}>{isStreaming ? 'Stop' : 'Ask'}</button>
      <p title={status}>{data.map(({ text }) => text).join('')}</p>
      {error && <p role="alert">{error.message}</p>}
    </>
  );
}

it('shows the items of a procedure while they arrive, and asks once under StrictMode', async () => {
  render(<Chat question="Hi" />, { wrapper: StrictMode });
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect((await screen.findByText('Hel')).title).toBe('streaming');
  release();
  expect((await screen.findByText('Hello')).title).toBe('done');
  expect(asked).toEqual(['Hi']);
  expect(ended).toEqual(['Hi']);
});

it('aborts the procedure when it is stopped, and keeps what it has', async () => {
  render(<Chat question="Stop me" />, { wrapper: StrictMode });
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByText('Hel');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(screen.getByText('Hel').title).toBe('stopped');
  await expect.poll(() => ended).toEqual(['Stop me']);
});

it('aborts the procedure on unmount', async () => {
  const { unmount } = render(<Chat question="Bye" />, { wrapper: StrictMode });
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByText('Hel');
  unmount();
  await expect.poll(() => ended).toEqual(['Bye']);
});

it('shows the error of a procedure that refuses', async () => {
  render(<Chat question="forbidden" />);
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Not you.');
  expect(asked).toEqual(['forbidden']);
});

it('keeps the items of a procedure that breaks, and shows its error', async () => {
  render(<Chat question="broken" />);
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  const shown = await screen.findByText('Hel');
  release();
  expect((await screen.findByRole('alert')).textContent).toContain('The model is gone.');
  expect(shown.textContent).toBe('Hel');
});
