import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInterruptedAnswer } from '../support/resume/openInterruptedAnswer.ts';
import { joinItems, offsetFor, positionKindsOf, randomAnswer } from '../support/resume/randomAnswer.ts';
import { startCuttingServer } from '../support/resume/startCuttingServer.ts';
import { createStorage } from '../support/setUpResumable.ts';

/** `npm run test:resume` makes a thousand runs. */
const runs = Number(process.env['RESUME_RUNS'] ?? 100);

let server: Awaited<ReturnType<typeof startCuttingServer>>;
beforeAll(async () => {
  server = await startCuttingServer();
});
afterAll(() => server.close());

const interruption = fc.record({
  how: fc.constantFrom(
    'hide' as const,
    'hide' as const,
    'hide' as const,
    'reload' as const,
    'tab' as const,
    'stop' as const,
  ),
  after: fc.nat(12),
});

test(`${runs} random answers that are interrupted in any function of the user lose nothing and repeat nothing`, async () => {
  const totals = { runs: 0, hide: 0, reload: 0, tab: 0, stop: 0, cancel: 0, start: 0 };
  await fc.assert(
    fc.asyncProperty(
      randomAnswer,
      fc.nat(4),
      fc.array(fc.nat(999), { maxLength: 3 }),
      fc.array(interruption, { maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 400 }),
      async ({ as, answer }, kindIndex, cuts, interruptions, isClean, chunkSize) => {
        const kinds = positionKindsOf(as);
        const kind = kinds[kindIndex % kinds.length]!;
        // Text and bytes have no end mark, so a clean end completes them.
        const isCutClean = isClean && as !== 'text' && as !== 'bytes';
        const from = kind === 'start' ? 'start' : 'position';
        const offsetOf = (url: URL) => offsetFor(kind, answer, url);
        const common = { body: answer.body, chunkSize, isCutClean, offsetOf };
        const receive = async (share: readonly number[], given: typeof interruptions) => {
          const url = server.add({ ...common, cuts: share });
          const page = openInterruptedAnswer({ url, as, from, storage: createStorage(), interruptions: given });
          const ends = await page.end();
          return { ends, counts: page.counts, posts: server.postsTo(url) ?? 0 };
        };
        const whole = (await receive([], [])).ends[0]!;
        expect(whole).toMatchObject({ status: 'done', error: undefined });
        const { ends, counts, posts } = await receive(
          cuts.map((thousandths) => thousandths / 1000),
          interruptions,
        );
        for (const { status, error, data, items } of ends) {
          expect({ status, error }).toEqual({ status: status === 'stopped' ? 'stopped' : 'done', error: undefined });
          for (const [received, all] of [
            [data, whole.data],
            [items, whole.items],
          ]) {
            if (!received) continue;
            const expected = joinItems(as, all!);
            const actual = joinItems(as, received);
            expect(actual).toEqual(status === 'stopped' ? expected.slice(0, actual.length) : expected);
          }
        }
        // The question is sent once unless the page was left before the answer had a name.
        expect(posts).toBeLessThanOrEqual(counts.start);
        totals.runs += 1;
        for (const name of Object.keys(counts) as (keyof typeof counts)[]) totals[name] += counts[name];
      },
    ),
    { numRuns: runs },
  );
  const { requests, bytes, posts } = server.counts;
  console.log({ ...totals, requests, posts: posts.size, bytes });
}, 600_000);
