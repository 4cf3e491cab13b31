import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse, sse } from 'msw';
import { setupServer } from 'msw/node';
import { useEventSource, useFetchStream } from 'react-streamed';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';

function Answer({ prompt }: { readonly prompt: string }) {
  const { status, data, error, stop } = useFetchStream('/chat', { body: { prompt } });
  return (
    <>
      <p>{data}</p>
      <output>{error ? `${error.code} ${error.status}` : status}</output>
      <button onClick={stop}>Stop</button>
    </>
  );
}

function Feed() {
  const { status, data } = useEventSource('/feed', { types: ['price'], reconnect: { initialDelay: 10 } });
  return (
    <p>
      {status} {data}
    </p>
  );
}

const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // `sse()` needs the class, but creates no instance if fetch reads the events. Node 20 and jsdom lack it.
  vi.stubGlobal('EventSource', vi.fn());
  const log = vi.spyOn(console, 'error');
  return () => {
    expect(log).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  };
});

/** The body of an answer, which the test writes by hand. */
function createBody() {
  const encoder = new TextEncoder();
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const stream = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  return {
    stream,
    write: (text: string) => controller.enqueue(encoder.encode(text)),
    end: () => controller.close(),
  };
}

it('shows the answer while it arrives', async () => {
  const body = createBody();
  server.use(
    http.post('/chat', async ({ request }) => {
      expect(await request.json()).toEqual({ prompt: 'Hi' });
      return new HttpResponse(body.stream);
    }),
  );
  render(<Answer prompt="Hi" />);

  body.write('Hel');
  await screen.findByText('Hel');

  body.write('lo');
  body.end();
  await screen.findByText('Hello');
  await screen.findByText('done');
});

it('aborts the request when the user stops the answer', async () => {
  const body = createBody();
  let signal: AbortSignal | undefined;
  server.use(
    http.post('/chat', ({ request }) => {
      ({ signal } = request);
      return new HttpResponse(body.stream);
    }),
  );
  render(<Answer prompt="Hi" />);
  body.write('Hel');
  await screen.findByText('Hel');

  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));

  await screen.findByText('stopped');
  expect(screen.getByText('Hel')).toBeDefined();
  expect(signal?.aborted).toBe(true);
});

it('tells the status of a refused request', async () => {
  server.use(http.post('/chat', () => HttpResponse.json({ error: 'Sign in first.' }, { status: 401 })));
  render(<Answer prompt="Hi" />);

  await screen.findByText('http 401');
});

it('resumes after the last event when the feed breaks', async () => {
  const asked: (string | null)[] = [];
  let client: { error(): void } | undefined;
  server.use(
    sse<{ price: string }>('/feed', (connection) => {
      client = connection.client;
      asked.push(connection.request.headers.get('last-event-id'));
      connection.client.send({ id: String(asked.length), event: 'price', data: `${asked.length}00` });
    }),
  );
  render(<Feed />);
  await screen.findByText('open 100');

  client?.error();

  await screen.findByText('open 200');
  expect(asked).toEqual([null, '1']);
});
