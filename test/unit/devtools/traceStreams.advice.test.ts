import { createEventSource, createFetchStream } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';
import { recordStreams } from '../../support/recordStreams.ts';

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const lines = (count: number) => 'line\n'.repeat(count);

/** Answers a fetch stream after a silence, and ends it after another. */
async function play({ silence = 0, count = 10, rest = 0 }) {
  const clock = createManualClock();
  const mock = createMockStream();
  recordStreams(clock);
  const read = async () => {
    const stream = createFetchStream('/api/log?token=secret', { as: 'lines', fetch: mock.fetch, clock });
    void stream.start();
    const request = await mock.nextRequest();
    await clock.advanceAsync(silence);
    request.respond().text(lines(count));
    await clock.advanceAsync(rest);
    request.end();
    await clock.advanceAsync(0);
  };
  await read();
  return read;
}

describe('in development, traceStreams warns once', () => {
  it('of a response whose items arrive together at its end', async () => {
    const playAgain = await play({ silence: 2500 });
    await playAgain();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toMatch(
      /^react-streamed: all 10 items of GET \/api\/log arrived together, 2\.5 s after .* See http.*behind-proxies\.md$/,
    );
  });

  it.each([
    ['that arrive soon', { silence: 999 }],
    ['that are few', { silence: 2500, count: 9 }],
    ['that are followed by silence', { silence: 2500, rest: 101 }],
  ])('but not of items %s', async (_what, script) => {
    await play(script);
    expect(warn).not.toHaveBeenCalled();
  });

  it('of more than five open streams to one host over HTTP/1.1', async () => {
    vi.stubGlobal('document', { baseURI: 'http://app.example/' });
    const clock = createManualClock();
    const mock = createMockStream({ answer: (request) => void request.respond(eventStream) });
    recordStreams(clock);
    const open = async (url: string) => {
      const source = createEventSource(url, { fetch: mock.fetch, clock });
      source.open();
      await clock.advanceAsync(0);
      return source;
    };
    const sources = [];
    for (let index = 0; index < 5; index += 1) sources.push(await open(`/feed/${index}`));
    await open('http://other.example/feed');
    expect(warn).not.toHaveBeenCalled();
    sources[0]!.close();
    await open('/feed/5');
    expect(warn).not.toHaveBeenCalled();
    await open('http://app.example/feed/6');
    await open('/feed/7');
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toMatch(
      /^react-streamed: 6 streams from http:\/\/app\.example are open over HTTP\/1\.1/,
    );
  });

  it('of such streams over TLS only if the browser has used HTTP/1.1', async () => {
    vi.stubGlobal('document', { baseURI: 'https://app.example/' });
    const loaded = { name: 'https://app.example/', nextHopProtocol: 'h2' };
    vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => [loaded] as never);
    const clock = createManualClock();
    const mock = createMockStream({ answer: (request) => void request.respond(eventStream) });
    recordStreams(clock);
    const open = async (index: number) => {
      createEventSource(`/feed/${index}`, { fetch: mock.fetch, clock }).open();
      await clock.advanceAsync(0);
    };
    for (let index = 0; index < 7; index += 1) await open(index);
    expect(warn).not.toHaveBeenCalled();
    vi.spyOn(performance, 'getEntriesByType').mockImplementation(
      () => [{ ...loaded, nextHopProtocol: 'http/1.1' }] as never,
    );
    await open(7);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('and says nothing in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await play({ silence: 2500 });
    expect(warn).not.toHaveBeenCalled();
  });
});
