import { afterEach, describe, expect, it, vi } from 'vitest';
import { createManualClock, playScript, type ScriptStep } from 'react-streamed/testing';

const clock = createManualClock();

async function readAll(response: Response): Promise<string> {
  return response.text().catch((error: unknown) => `broken: ${String(error)}`);
}

describe('a script', () => {
  it('writes each step in its time and then ends', async () => {
    const fetch = playScript(
      [
        { after: 50, text: 'Hel' },
        { after: 20, text: 'lo' },
      ],
      { clock },
    );
    const fetched = fetch('/');
    expect(fetch.requests[0]?.state).toBe('waiting');

    clock.advance(50);
    expect(fetch.requests[0]?.state).toBe('open');

    clock.advance(20);
    expect(fetch.requests[0]?.state).toBe('ended');
    expect(await readAll(await fetched)).toBe('Hello');
  });

  it.each<[string, readonly ScriptStep[], string]>([
    [
      'events',
      [{ comment: 'c', retry: 9, event: 'a' }, { event: { type: 'end' } }],
      ': c\nretry: 9\ndata: a\n\nevent: end\n\n',
    ],
    ['JSON lines', [{ json: { a: 1 } }, { json: null }], '{"a":1}\nnull\n'],
    ['bytes, cut', [{ bytes: [104, 105], chunkSize: 1 }], 'hi'],
    ['a cut connection', [{ text: 'a' }, { drop: true }], 'broken: TypeError: terminated'],
    ['a failure', [{ text: 'a' }, { fail: new Error('mine') }], 'broken: Error: mine'],
    ['an early end', [{ text: 'a', end: true }, { text: 'b' }], 'a'],
  ])('plays %s', async (_, script, text) => {
    expect(await readAll(await playScript(script)('/'))).toBe(text);
  });

  it.each<[string, readonly ScriptStep[]]>([
    ['text/event-stream', [{ status: 200 }, { event: 'a' }]],
    ['text/event-stream', [{ status: 200 }, { stall: true }]],
    ['text/plain;charset=utf-8', [{ status: 200 }, { text: 'a' }]],
    ['application/x-ndjson', [{ headers: { 'x-a': '1' } }, { json: 1 }]],
    ['application/json', [{ status: 401, json: { error: 'no' } }]],
    ['application/octet-stream', [{ status: 200, bytes: [1] }]],
    ['text/html', [{ status: 200, headers: { 'content-type': 'text/html' } }, { text: 'a' }]],
  ])('sends the head as %s', async (contentType, script) => {
    expect((await playScript(script)('/')).headers.get('content-type')).toBe(contentType);
  });

  it('keeps a stalled connection open', async () => {
    const fetch = playScript([{ text: 'a' }, { stall: true }], { clock });
    await fetch('/');
    clock.advance(1000);

    expect(fetch.requests[0]?.state).toBe('open');
  });

  it('plays each script to one request, and the last one to all that follow', async () => {
    const fetch = playScript([[{ status: 503 }], [{ fail: true }], [{ text: 'a' }]]);

    expect((await fetch('/')).status).toBe(503);
    await expect(fetch('/')).rejects.toThrow(TypeError);
    expect(await readAll(await fetch('/'))).toBe('a');
    expect(await readAll(await fetch('/'))).toBe('a');
  });

  it('leaves no timer behind when the client aborts', async () => {
    const controller = new AbortController();
    const fetched = playScript([{ after: 50, text: 'a' }], { clock })('/', { signal: controller.signal });
    controller.abort();

    expect(clock.pending).toBe(0);
    await expect(fetched).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves no timer behind when the client cancels the body', async () => {
    const fetch = playScript([{ text: 'a' }, { after: 50, text: 'b' }], { clock });
    const response = await fetch('/');
    expect(clock.pending).toBe(1);

    await response.body?.cancel();
    await fetch.requests[0]?.closed;
    expect(clock.pending).toBe(0);
  });

  it('plays at another pace', async () => {
    const fetch = playScript([{ after: 50, text: 'a' }], { clock, pace: 0 });

    expect(await readAll(await fetch('/'))).toBe('a');
  });
});

describe("a test runner's fake timers", () => {
  afterEach(() => vi.useRealTimers());

  it('drive a script', async () => {
    const fetch = playScript([{ after: 50, text: 'a' }]);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'queueMicrotask', 'setImmediate'] });
    const fetched = fetch('/');
    await vi.advanceTimersByTimeAsync(50);

    expect(await readAll(await fetched)).toBe('a');
  });
});
