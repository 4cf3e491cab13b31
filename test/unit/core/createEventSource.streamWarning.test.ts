import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';

let warn: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** Opens streams in a page whose document came over a protocol, and an image of another host over HTTP/1.1. */
async function openStreams(count: number, { origin, protocol }: { origin: string; protocol?: string }) {
  vi.stubGlobal('location', new URL(`${origin}/page`));
  const entries = [
    { name: 'mark' },
    { name: 'https://other.test/image', nextHopProtocol: 'http/1.1' },
    { name: `${origin}/page`, nextHopProtocol: protocol ?? '' },
  ];
  vi.spyOn(performance, 'getEntries').mockReturnValue(entries as unknown as PerformanceEntryList);
  const { fetch, nextRequest } = createMockStream();
  const sources = Array.from({ length: count }, (_, index) => createEventSource(`/feed/${index}`, { fetch }));
  for (const source of sources) {
    source.open();
    (await nextRequest()).respond(eventStream);
    await vi.waitFor(() => expect(source.getSnapshot().status).toBe('open'));
  }
  return () => sources.forEach((source) => source.close());
}

it('warns once in development if more than five streams are open over HTTP/1.1', async () => {
  const page = { origin: 'https://one.test', protocol: 'http/1.1' };
  const closeFive = await openStreams(5, page);
  expect(warn).not.toHaveBeenCalled();
  const closeMore = await openStreams(2, page);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('6 streams are open to https://one.test'));
  closeFive();
  closeMore();
});

it('takes a page without TLS for one over HTTP/1.1, because no browser speaks HTTP/2 without it', async () => {
  const close = await openStreams(6, { origin: 'http://six.test' });
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('6 streams are open to http://six.test'));
  close();
});

it('counts only the streams that are open', async () => {
  const page = { origin: 'http://two.test', protocol: 'http/1.1' };
  for (let round = 0; round < 3; round += 1) {
    const close = await openStreams(3, page);
    close();
    // The end is noted once the loop of the request has seen it.
    await new Promise(setImmediate);
  }
  expect(warn).not.toHaveBeenCalled();
});

it('counts no stream that a url function has answered without a request', async () => {
  vi.stubGlobal('location', new URL('http://seven.test/page'));
  const streams = Array.from({ length: 7 }, () => createFetchStream(() => new ReadableStream<Uint8Array>()));
  for (const stream of streams) {
    void stream.start();
    await vi.waitFor(() => expect(stream.getSnapshot().status).toBe('streaming'));
  }
  expect(warn).not.toHaveBeenCalled();
  for (const stream of streams) stream.stop();
});

it('does not warn over HTTP/2, for other origins or in production', async () => {
  const closes = [await openStreams(7, { origin: 'https://three.test', protocol: 'h2' })];
  for (const number of [1, 2, 3]) {
    closes.push(await openStreams(3, { origin: `http://four-${number}.test`, protocol: 'http/1.1' }));
  }
  vi.stubEnv('NODE_ENV', 'production');
  closes.push(await openStreams(7, { origin: 'http://five.test', protocol: 'http/1.1' }));
  expect(warn).not.toHaveBeenCalled();
  for (const close of closes) close();
});
