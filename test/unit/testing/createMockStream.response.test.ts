import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createManualClock, createMockStream, type MockAnswer, type MockRequest } from 'react-streamed/testing';

/** Sends a request and answers it. */
function send(answer: MockAnswer, init?: RequestInit): Promise<Response> {
  return createMockStream({ answer }).fetch('/events#here', init);
}

async function readChunks(response: Response): Promise<string[]> {
  const chunks: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) chunks.push(decoder.decode(chunk));
  return chunks;
}

describe('a response', () => {
  it('is a real Response with the url of the request', async () => {
    const response = await send({ status: 201, statusText: 'Created', headers: { 'x-a': '1' }, body: { a: 1 } });

    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({
      status: 201,
      statusText: 'Created',
      url: 'http://localhost/events',
      redirected: false,
    });
    expect(response.clone().url).toBe('http://localhost/events');
    expect(Object.fromEntries(response.headers)).toEqual({
      'x-a': '1',
      'content-type': 'application/json',
      'content-length': '7',
    });
    expect(await response.json()).toEqual({ a: 1 });
  });

  it('shows where a redirect has led', async () => {
    expect(await send({ url: 'http://example.com/b' })).toMatchObject({
      url: 'http://example.com/b',
      redirected: true,
    });
  });

  it.each([204, 205, 304])('has no body with the status %d', async (status) => {
    const response = await send({ status });

    expect([response.status, response.body]).toEqual([status, null]);
  });

  it('has no body for HEAD', async () => {
    expect((await send({ body: 'text' }, { method: 'HEAD' })).body).toBeNull();
  });

  it('is an error with headers and body in one call', async () => {
    const response = await send({ status: 429, headers: { 'retry-after': '2' }, body: 'slow down' });

    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      429,
      '2',
      'slow down',
    ]);
  });

  it('with an error status and no body ends by itself', async () => {
    expect(await (await send((request) => request.respond({ status: 500 }))).text()).toBe('');
  });

  it('with an error status can be written too', async () => {
    expect(await (await send((request) => request.respond({ status: 500 }).text('o').text('h').end())).text()).toBe(
      'oh',
    );
  });

  it.each<[string, (request: MockRequest) => MockRequest]>([
    ['text/event-stream', (request) => request.event('a')],
    ['text/event-stream', (request) => request.comment()],
    ['text/event-stream', (request) => request.retry(1)],
    ['text/event-stream', (request) => request.respond()],
    ['text/plain;charset=utf-8', (request) => request.text('a')],
    ['application/x-ndjson', (request) => request.jsonLine(1)],
    ['application/octet-stream', (request) => request.bytes([1])],
    ['text/html', (request) => request.respond({ headers: { 'content-type': 'text/html' } })],
  ])('is %s, as its first write asks for', async (contentType, answer) => {
    expect((await send(answer)).headers.get('content-type')).toBe(contentType);
  });
});

describe('what is written', () => {
  it('reaches the client in the event stream format', async () => {
    const response = await send((request) =>
      request
        .retry(3000)
        .comment('keep\nalive')
        .event('plain')
        .event({ type: 'test', id: 7, retry: 50, data: 'two\nlines' })
        .event({ data: { a: [1] } })
        .event({ id: '' })
        .end(),
    );

    expect(await readChunks(response)).toEqual([
      'retry: 3000\n',
      ': keep\n: alive\n',
      'data: plain\n\n',
      'event: test\nid: 7\nretry: 50\ndata: two\ndata: lines\n\n',
      'data: {"a":[1]}\n\n',
      'id: \n\n',
    ]);
  });

  it('reaches the client as text, JSON lines and bytes', async () => {
    const response = await send((request) => request.text('é').jsonLine({ a: 1 }).bytes([104, 105]).end());

    expect(await readChunks(response)).toEqual(['é', '{"a":1}\n', 'hi']);
  });

  it('is cut where the test says, inside a character too', async () => {
    const response = await send((request) =>
      request
        .text('aé', { splitAt: [2, 2, 9] })
        .text('bcd', { chunkSize: 2 })
        .end(),
    );
    const chunks: number[][] = [];
    for await (const chunk of response.body!) chunks.push([...chunk]);

    expect(chunks).toEqual([[97, 0xc3], [0xa9], [98, 99], [100]]);
  });

  it('gives the same text however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.nat(40)),
        fc.integer({ min: 1, max: 9 }),
        async (text, splitAt, chunkSize) => {
          const response = await send((request) => request.text(text, { splitAt }).text(text, { chunkSize }).end());
          expect(await response.text()).toBe(text + text);
        },
      ),
    );
  });

  it('is cut everywhere by the option of the double', async () => {
    const mock = createMockStream({ chunkSize: 2, answer: { body: 'abc' } });

    expect(await readChunks(await mock.fetch('/'))).toEqual(['ab', 'c']);
  });

  it('waits until the client reads', async () => {
    const mock = createMockStream();
    const fetched = mock.fetch('/');
    const request = await mock.nextRequest();
    request.respond();
    const reader = (await fetched).body!.getReader();
    const first = reader.read();
    request.text('a');

    expect(new TextDecoder().decode((await first).value)).toBe('a');
  });

  it('is refused after the end', () => {
    const mock = createMockStream({ answer: { body: 'x' } });
    void mock.fetch('/');

    expect(() => mock.requests[0]?.text('y')).toThrow('Cannot write to the response to GET /');
  });

  it('is refused if the response has no body', async () => {
    const mock = createMockStream();
    void mock.fetch('/');

    expect(() => mock.requests[0]?.respond({ status: 204 }).text('y')).toThrow('its status allows no body');
  });

  it('is refused if an event cannot carry it', () => {
    const mock = createMockStream();
    void mock.fetch('/');

    expect(() => mock.requests[0]?.event({ id: 'a\nb' })).toThrow(
      'The field id of an event cannot contain a line break',
    );
  });
});

describe('a connection', () => {
  it('fails before the head like a real fetch', async () => {
    await expect(send((request) => request.fail())).rejects.toThrow(TypeError);
  });

  it('fails with the error that it is given', async () => {
    await expect(send(new RangeError('mine'))).rejects.toThrow('mine');
  });

  it('breaks after what was written', async () => {
    const response = await send((request) => request.text('a').text('b').drop());
    const reader = response.body!.getReader();

    expect([(await reader.read()).value, (await reader.read()).value]).toEqual([Uint8Array.of(97), Uint8Array.of(98)]);
    await expect(reader.read()).rejects.toThrow('terminated');
  });

  it('holds everything back while it is stalled', async () => {
    const clock = createManualClock();
    const mock = createMockStream();
    const seen: string[] = [];
    const reading = mock
      .fetch('/')
      .then((response) => {
        seen.push('head');
        return response.text();
      })
      .then((text) => seen.push(text));
    const request = await mock.nextRequest();
    request.stall().text('a').end();

    await clock.advanceAsync(0);
    expect(seen).toEqual([]);

    request.resume();
    await reading;
    expect(seen).toEqual(['head', 'a']);
  });

  it('that is stalled loses what it held when it breaks', async () => {
    const response = await send((request) => request.text('a').stall().drop());

    await expect(response.text()).rejects.toThrow('terminated');
  });
});

describe('queued answers', () => {
  it('go to the requests in order, and then the default one', async () => {
    const mock = createMockStream({ answer: { body: 'default' } });
    mock.answer({ status: 503 }, new Error('down'), (request) => request.event('hello').end());

    expect((await mock.fetch('/')).status).toBe(503);
    await expect(mock.fetch('/')).rejects.toThrow('down');
    expect(await (await mock.fetch('/')).text()).toBe('data: hello\n\n');
    expect(await (await mock.fetch('/')).text()).toBe('default');
  });

  it('report what they throw', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();

    await expect(
      send(() => {
        throw new Error('wrong body');
      }),
    ).rejects.toThrow('wrong body');
    expect(log).toHaveBeenCalledWith(new Error('wrong body'));
    log.mockRestore();
  });

  it('come once for each request', () => {
    const mock = createMockStream();
    void mock.fetch('/');
    mock.requests[0]?.respond();

    expect(() => mock.requests[0]?.respond()).toThrow('GET / has already been answered');
  });
});
