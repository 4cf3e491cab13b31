import fc from 'fast-check';
import { createFetchStream, list, type StreamFormat } from 'react-streamed/core';
import { resumable } from 'react-streamed/resume';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  isEndMark,
  joinItems,
  offsetFor,
  positionKindsOf,
  randomAnswer,
  requestOf,
} from '../support/resume/randomAnswer.ts';
import { startCuttingServer } from '../support/resume/startCuttingServer.ts';

/** `npm run test:resume` makes a thousand runs. */
const runs = Number(process.env['RESUME_RUNS'] ?? 100);

let server: Awaited<ReturnType<typeof startCuttingServer>>;
beforeAll(async () => {
  server = await startCuttingServer();
});
afterAll(() => server.close());

async function run(url: string, as: StreamFormat, from: 'position' | 'start') {
  const items: unknown[] = [];
  let shownLength = 0;
  let hasShrunk = false;
  const isWhole = as !== 'text' && as !== 'bytes';
  const stream = createFetchStream(url, {
    as,
    method: 'POST',
    throttle: 'none',
    accumulate: list(),
    ...(isWhole && { until: isEndMark }),
    onItem: (item) => items.push(item),
    resume: resumable({
      id: (response) => response.headers.get('x-answer'),
      request: requestOf(url),
      from,
      retry: { initialDelay: 0, maxAttempts: 8 },
    }),
  });
  stream.subscribe(() => {
    const { length } = String(joinItems(as, stream.getSnapshot().data as readonly unknown[]));
    if (length < shownLength) hasShrunk = true;
    shownLength = length;
  });
  const { status, data, error } = await stream.start();
  return {
    status,
    error,
    data: joinItems(as, data as readonly unknown[]),
    items: joinItems(as, items),
    itemCount: items.length,
    hasShrunk,
    posts: server.postsTo(url),
  };
}

test(`${runs} random answers with up to five breaks are what they are without`, async () => {
  const totals = { runs: 0, breaks: 0, items: 0 };
  await fc.assert(
    fc.asyncProperty(
      randomAnswer,
      fc.nat(4),
      fc.array(fc.nat(999), { maxLength: 5 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 64 }),
      async ({ as, answer }, kindIndex, cuts, isClean, chunkSize) => {
        const kinds = positionKindsOf(as);
        const kind = kinds[kindIndex % kinds.length]!;
        // Text and bytes have no end mark, so a clean end completes them.
        const isCutClean = isClean && as !== 'text' && as !== 'bytes';
        const offsetOf = (url: URL) => offsetFor(kind, answer, url);
        const common = { body: answer.body, chunkSize, isCutClean, offsetOf };
        const from = kind === 'start' ? 'start' : 'position';
        const whole = await run(server.add({ ...common, cuts: [] }), as, from);
        const before = server.counts.requests;
        const cut = await run(server.add({ ...common, cuts: cuts.map((thousandths) => thousandths / 1000) }), as, from);
        expect(whole).toMatchObject({ status: 'done', posts: 1 });
        expect(cut).toEqual({ ...whole, itemCount: expect.any(Number) });
        expect(cut.items).toEqual(cut.data);
        expect(cut.hasShrunk).toBe(false);
        totals.runs += 1;
        totals.breaks += server.counts.requests - before - 1;
        totals.items += cut.itemCount;
      },
    ),
    { numRuns: runs },
  );
  const { requests, bytes, posts } = server.counts;
  console.log({ ...totals, requests, posts: posts.size, bytes });
  expect(totals.breaks).toBeGreaterThan(runs / 4);
}, 600_000);
