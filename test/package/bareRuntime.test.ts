import { createElement } from 'react';
import type * as Hooks from 'react-streamed';
import type * as Core from 'react-streamed/core';
import { createRoot } from 'test-renderer';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createExpoFetch } from '../support/createExpoFetch.ts';

const load = (entry: string) => import(new URL(`../../dist/${entry}.js`, import.meta.url).href);

/** What React Native lacks, besides what Node lacks too: `document`, `matchMedia`, `addEventListener` of the page. */
const missing = ['DOMException', 'reportError', 'requestIdleCallback', 'EventSource'];

let core: typeof Core;
let hooks: typeof Hooks;

beforeAll(async () => {
  for (const name of missing) vi.stubGlobal(name, undefined);
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
  // React Native has this object, but no `onLine` in it.
  vi.stubGlobal('navigator', { product: 'ReactNative' });
  [core, hooks] = await Promise.all([load('core'), load('index')]);
});

afterAll(() => vi.unstubAllGlobals());

const complaints = vi.spyOn(console, 'error');
afterEach(() => {
  expect(complaints).not.toHaveBeenCalled();
});

const family = '👩‍👩‍👧';
const text = `Grüße aus Köln, ${family}.`;
const answer = new TextEncoder().encode(
  `${Array.from(text.split(' '), (word) => `data: ${word}\n\n`).join('')}data: [DONE]\n\n`,
);

/** The lengths of the pieces: merged, one byte each, and cut in the middle of events and of characters. */
const deliveries: [name: string, length: number][] = [
  ['in one piece', answer.length],
  ['byte by byte', 1],
  ['in pieces of 7 bytes', 7],
];

/** Lets the stream read what was delivered. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function readWords(length: number, { isCut = false, requireUntil = false } = {}) {
  const { fetch, exchanges } = createExpoFetch('text/event-stream');
  const stream = core.createFetchStream('https://api.example.com/chat', {
    as: 'events',
    until: ({ data }) => data === '[DONE]',
    requireUntil,
    fetch,
    body: { prompt: 'Hi' },
  });
  const result = stream.start();
  await settle();
  const bytes = isCut ? answer.subarray(0, answer.length / 2) : answer;
  for (let at = 0; at < bytes.length; at += length) exchanges[0]!.deliver(bytes.subarray(at, at + length));
  exchanges[0]!.close();
  const { status, data, error } = await result;
  return { status, text: (data as string[]).join(' '), code: error?.code, init: exchanges[0]!.init };
}

describe('without the parts of a browser, with a fetch like that of Expo', () => {
  it('nothing of a browser is defined', () => {
    for (const name of [...missing, 'document', 'matchMedia', 'addEventListener']) {
      expect((globalThis as Record<string, unknown>)[name]).toBeUndefined();
    }
    expect(Intl.Segmenter).toBeUndefined();
  });

  it.each(deliveries)('reads an answer that arrives %s', async (_name, length) => {
    const { init, ...result } = await readWords(length);
    expect(result).toEqual({ status: 'done', text, code: undefined });
    expect(init).toMatchObject({ method: 'POST', body: '{"prompt":"Hi"}' });
  });

  it('cannot tell a cut answer whose body ends well, unless an end mark is required', async () => {
    expect(await readWords(7, { isCut: true })).toMatchObject({ status: 'done', code: undefined });
    expect(await readWords(7, { isCut: true, requireUntil: true })).toMatchObject({
      status: 'error',
      code: 'incomplete',
    });
  });

  it('keeps an event source open over a cut, with the last event ID', async () => {
    const { fetch, exchanges } = createExpoFetch('text/event-stream');
    const encode = (events: string) => new TextEncoder().encode(events);
    const source = core.createEventSource('https://api.example.com/feed', {
      fetch,
      reconnect: { initialDelay: 1 },
      accumulate: core.list(),
    });
    source.open();
    await settle();
    exchanges[0]!.deliver(encode('id: 1\ndata: one\n\nid: 2\nda'));
    exchanges[0]!.close();
    await vi.waitFor(() => expect(exchanges).toHaveLength(2));
    exchanges[1]!.deliver(encode('id: 2\ndata: two\n\n'));
    await vi.waitFor(() => expect(source.getSnapshot().data).toEqual(['one', 'two']));
    expect(exchanges[1]!.init.headers).toMatchObject({ 'Last-Event-ID': '1' });
    source.close();
    expect(exchanges[1]!.init.signal!.aborted).toBe(true);
  });

  it('stops a request, which Expo reports by another error', async () => {
    const { fetch, exchanges } = createExpoFetch('text/plain');
    const stream = core.createFetchStream('https://api.example.com/text', { fetch });
    const result = stream.start();
    await settle();
    exchanges[0]!.deliver(new TextEncoder().encode('Half'));
    await settle();
    stream.stop();
    expect(await result).toEqual({ status: 'stopped', data: 'Half', error: undefined });
  });

  it('types a text without splitting its graphemes', async () => {
    const typewriter = core.createTypewriter({ initial: 'type', graphemesPerSecond: 1000 });
    const shown: string[] = [];
    typewriter.subscribe(() => shown.push(typewriter.getSnapshot().text));
    typewriter.append(text);
    typewriter.end();
    await vi.waitFor(() => expect(shown.at(-1)).toBe(text));
    expect(shown.filter((part) => !text.startsWith(part))).toEqual([]);
    const start = text.indexOf(family);
    expect(shown.filter(({ length }) => length > start && length < start + family.length)).toEqual([]);
    typewriter.dispose();
  });

  it('renders the hooks in a renderer without a DOM, and aborts at unmount', async () => {
    const { fetch, exchanges } = createExpoFetch('text/plain');
    function Answer() {
      const { data, isStreaming } = hooks.useFetchStream('https://api.example.com/text', { fetch });
      const { text: typed } = hooks.useTypewriter(data, { isStreaming, maxLag: 0 });
      return createElement('Text', null, typed);
    }
    const root = createRoot();
    root.render(createElement(Answer));
    await vi.waitFor(() => expect(exchanges).toHaveLength(1));
    exchanges[0]!.deliver(new TextEncoder().encode('Hello'));
    await vi.waitFor(() => {
      expect(root.container.queryAll(({ type }) => type === 'Text')[0]!.children).toEqual(['Hello']);
    });
    root.unmount();
    await vi.waitFor(() => expect(exchanges[0]!.init.signal!.aborted).toBe(true));
  });
});
