import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Clock } from '../../../src/core/platform/clock.ts';
import { createPacing, pacingOf, type Publisher } from '../../../src/core/platform/createPacing.ts';
import {
  createSimulatedPage,
  type PublicationCost,
  type SimulatedPage,
  type SimulatedPageOptions,
} from '../../support/createSimulatedPage.ts';

const frameRates = [30, 60, 120, 144] as const;
const anyFrameRate = fc.constantFrom(...frameRates);
const anyPage = fc.record({ frameRate: anyFrameRate, laysOutFirst: fc.boolean() });
/** Costs with any division between rendering and layout. */
const anyCost = (most: number) =>
  fc
    .record({ total: fc.double({ min: 0, max: most, noNaN: true }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ total, part }): PublicationCost => ({ render: total * part, layout: total * (1 - part) }));
const totalOf = ({ render, layout }: PublicationCost) => render + layout;
const fixed = (total: number) => (): PublicationCost => ({ render: total / 3, layout: (total * 2) / 3 });

/** Streams into a page: something new arrives every 2 ms, and `costOf` says what each publication takes. */
function stream(page: SimulatedPage, costOf: (index: number) => PublicationCost) {
  const pacing = createPacing(page.clock);
  const times: number[] = [];
  let spent = 0;
  let hasNews = false;
  let leave: (() => void) | undefined;
  const publish = () => {
    hasNews = false;
    const cost = costOf(times.length);
    times.push(page.clock.now());
    spent += totalOf(cost);
    page.show(cost);
  };
  const publisher: Publisher = {
    publish: () => {
      const isNew = hasNews;
      if (isNew) publish();
      return isNew;
    },
    onIdle: () => {
      leave = undefined;
    },
  };
  let timer: unknown;
  const arrive = () => {
    hasNews = true;
    timer = page.clock.setTimeout(arrive, 2);
    if (leave) return;
    leave = pacing.join(publisher);
    pacing.run(publish);
  };
  arrive();
  return {
    times,
    gaps: () => times.slice(1).map((time, index) => time - times[index]!),
    share: () => spent / page.clock.now(),
    stop: () => {
      page.clock.clearTimeout(timer);
      leave?.();
    },
    pacing,
  };
}

function play(options: SimulatedPageOptions, costOf: (index: number) => PublicationCost, duration = 4000) {
  const page = createSimulatedPage(options);
  const streamed = stream(page, costOf);
  page.runUntil(duration);
  return { page, ...streamed, perSecond: streamed.times.length / (page.clock.now() / 1000) };
}

describe('a publication that costs the same each time', () => {
  it('is made at every frame if a frame is seven times as long', () => {
    fc.assert(
      fc.property(anyPage, fc.double({ min: 0, max: 0.14, noNaN: true }), (page, part) => {
        const frame = 1000 / page.frameRate;
        const { gaps } = play(page, fixed(frame * part), 1000);
        // Layout that comes first delays the first publication that follows one.
        expect(Math.max(...gaps())).toBeLessThan(frame * (1.01 + part));
      }),
      { numRuns: 50 },
    );
  });

  it('takes at most about a quarter of the time and is shown ten times a second, up to a cost of 25 ms', () => {
    fc.assert(
      fc.property(anyPage, anyCost(25), (page, cost) => {
        const { share, perSecond } = play(page, () => cost);
        expect(share()).toBeLessThan(0.28);
        expect(perSecond).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 100 },
    );
  });

  it('takes about a third of the time at most, even if it is slow', () => {
    fc.assert(
      fc.property(anyPage, anyCost(300), (page, cost) => {
        const { times, gaps } = play(page, () => cost, 8000);
        // The first ones are made before their cost is known.
        const [begin, ...later] = times.slice(4);
        expect((later.length * totalOf(cost)) / (later.at(-1)! - begin!)).toBeLessThan(0.37);
        const rest = Math.max(75, 2 * totalOf(cost));
        expect(Math.max(...gaps())).toBeLessThan(2 * totalOf(cost) + rest + 2000 / page.frameRate);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [1, 60],
    [2, 60],
    [3, 47],
    [8, 17],
    [16, 11],
    [25, 10],
    [50, 6],
    [100, 3],
    [200, 1],
  ])('of %s ms is made about %s times a second at 60 Hz', (cost, times) => {
    const { perSecond } = play({ frameRate: 60 }, fixed(cost), 10_000);
    expect(Math.floor(perSecond)).toBe(times);
  });
});

describe('publications that cost more and less', () => {
  it('take at most about a third of the time together in the worst order', () => {
    fc.assert(
      fc.property(anyPage, fc.array(anyCost(20), { minLength: 2, maxLength: 7 }), (page, costs) => {
        const { share } = play(page, (index) => costs[index % costs.length]!, 6000);
        expect(share()).toBeLessThan(0.36);
      }),
      { numRuns: 100 },
    );
  });

  it('are made at every frame again about 100 ms after a slow one at the latest', () => {
    fc.assert(
      fc.property(anyPage, fc.double({ min: 20, max: 200, noNaN: true }), (page, slow) => {
        const frame = 1000 / page.frameRate;
        const { gaps, times } = play(page, (index) => fixed(index === 40 ? slow : 0.5)());
        expect(times[42]! - times[40]!).toBeLessThan(slow + 120 + frame * 3);
        expect(Math.max(...gaps().slice(43))).toBeLessThan(frame * 1.01);
      }),
      { numRuns: 100 },
    );
  });

  it('are made at every frame again as soon as they are cheap', () => {
    const { times } = play({ frameRate: 60 }, (index) => fixed(index < 20 ? 25 : 1)());
    expect(times[25]! - times[21]!).toBeLessThan(120);
    expect(times[40]! - times[26]!).toBeLessThan(14 * 17);
  });
});

describe('a page that is busy with something else', () => {
  it('shows what has arrived about ten times a second', () => {
    fc.assert(
      fc.property(anyFrameRate, fc.double({ min: 0, max: 12, noNaN: true }), (frameRate, work) => {
        const { perSecond, share } = play({ frameRate, otherWork: () => work }, fixed(0.5));
        expect(perSecond).toBeGreaterThan(9);
        expect(share()).toBeLessThan(0.1);
      }),
      { numRuns: 50 },
    );
  });

  it('publishes at most every third frame once it is busy in every one', () => {
    const { perSecond } = play({ frameRate: 60, otherWork: () => 15 }, fixed(0.5));
    expect(perSecond).toBeLessThan(20);
  });
});

describe('a page without frames', () => {
  it('publishes every 250 ms', () => {
    const { gaps } = play({ frameRate: 60, hasFrames: false }, fixed(1));
    expect(gaps().length).toBeGreaterThan(10);
    for (const gap of gaps()) expect(gap).toBeCloseTo(250, 0);
  });

  it('makes the page rest no longer once it is visible again', () => {
    let visibilityState = 'hidden';
    const isHidden = () => visibilityState === 'hidden';
    vi.stubGlobal('document', {
      get visibilityState() {
        return visibilityState;
      },
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const page = createSimulatedPage({ frameRate: 60, isHidden });
    const { times, stop } = stream(page, fixed(1));
    page.runUntil(601_000);
    visibilityState = 'visible';
    page.runUntil(602_000);
    stop();
    const shown = times.filter((time) => time > 601_000);
    expect(shown[0]).toBeLessThan(601_040);
    expect(shown.length).toBeGreaterThan(50);
  });
});

describe('a clock that jumps', () => {
  it('makes the page wait for 100 ms and a few frames at most', () => {
    fc.assert(
      fc.property(
        anyFrameRate,
        fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        fc.integer({ min: 20, max: 60 }),
        (frameRate, jump, at) => {
          const page = createSimulatedPage({ frameRate });
          let offset = 0;
          const clock: Clock = {
            ...page.clock,
            now: () => page.clock.now() + offset,
            frameTime: () => page.clock.frameTime!()! + offset,
          };
          const { times } = stream({ ...page, clock }, (index) => {
            if (index === at) offset = jump;
            return fixed(2)();
          });
          page.runUntil(4000);
          const real = times.map((time, index) => (index >= at ? time - jump : time));
          const gaps = real.slice(1).map((time, index) => time - real[index]!);
          expect(real.length).toBeGreaterThan(at + 10);
          expect(Math.max(...gaps)).toBeLessThan(100 + 3000 / frameRate);
        },
      ),
      { numRuns: 100 },
    );
  });
});

it('ignores the time of a frame by another clock', () => {
  const page = createSimulatedPage({ frameRate: 60 });
  const clock: Clock = { ...page.clock, now: () => page.clock.now() + 1e12 };
  const { times } = stream({ ...page, clock }, fixed(1));
  page.runUntil(1000);
  expect(times.length).toBeGreaterThanOrEqual(59);
});

describe('leaving', () => {
  it('leaves no timer and no frame behind at any time', () => {
    fc.assert(
      fc.property(
        anyFrameRate,
        anyCost(60),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (frameRate, cost, duration) => {
          const { page, stop } = play({ frameRate }, () => cost, duration);
          stop();
          expect(page.pending()).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('several streams', () => {
  it('publish in the same frames and share the budget', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const times: number[][] = [[], [], []];
    for (const own of times) {
      pacing.join({
        publish: () => {
          own.push(page.clock.now());
          page.show(fixed(8)());
          return true;
        },
        onIdle: () => {},
      });
    }
    page.runUntil(4000);
    expect(times[1]).toEqual(times[0]);
    expect(times[2]).toEqual(times[0]);
    expect((times[0]!.length * 24) / 4000).toBeLessThan(0.28);
  });

  it('have one pacing for each clock', () => {
    const { clock } = createSimulatedPage({ frameRate: 60 });
    const other = createSimulatedPage({ frameRate: 60 });
    expect(pacingOf(clock)).toBe(pacingOf(clock));
    expect(pacingOf(other.clock)).not.toBe(pacingOf(clock));
  });
});
