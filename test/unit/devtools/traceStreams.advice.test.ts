import { createFetchStream } from 'react-streamed/core';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
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

  it('and says nothing in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await play({ silence: 2500 });
    expect(warn).not.toHaveBeenCalled();
  });
});
