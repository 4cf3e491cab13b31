import { readFile } from 'node:fs/promises';
import { createFetchStream, type FetchStreamOptions } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { expect, vi } from 'vitest';
import { createRandom } from './createRandom.ts';

/**
 * Streams what a provider sent, first whole and then `times` times split into random chunks. Expects the same result each
 * time and returns it. No function of the options may throw.
 *
 * @param capture - the name of a file in `test/support/captures`, or the bytes themselves.
 */
export async function streamCapture(capture: string | Uint8Array, options: object, times = 200) {
  const bytes = typeof capture === 'string' ? await readCapture(capture) : capture;
  const report = vi.spyOn(console, 'error');
  const whole = await stream(bytes, [], options);
  for (let seed = 1; seed <= times; seed++) {
    const { below, chance } = createRandom(seed);
    const cuts = Array.from({ length: chance(0.1) ? bytes.length : below(60) }, () => below(bytes.length));
    const cut = await stream(bytes, cuts, options);
    expect(cut, `seed ${seed}`).toEqual(whole);
  }
  expect(report).not.toHaveBeenCalled();
  report.mockRestore();
  return whole;
}

/** Reads the bytes of a capture. */
async function readCapture(name: string): Promise<Uint8Array> {
  return readFile(new URL(`captures/${name}.txt`, import.meta.url));
}

function stream(bytes: Uint8Array, splitAt: readonly number[], options: object) {
  const mock = createMockStream({
    answer: (request) => request.bytes(bytes, { splitAt }).end(),
  });
  const source = createFetchStream('/chat', { fetch: mock.fetch, body: {}, ...options } as FetchStreamOptions);
  return source.start();
}
