import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Clock } from '../../../src/core/platform/clock.ts';
import { createPacing, pacingOf, type Pacing, type Publisher } from '../../../src/core/platform/createPacing.ts';
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

/** Streams into a page: something new arrives every `interval` ms, and `costOf` says what each publication takes. */
function stream(page: SimulatedPage, costOf: (index: number) => PublicationCost, interval = 2) {
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
    timer = page.clock.setTimeout(arrive, interval);
    if (leave) return;
    const isDelayed = pacing.isResting();
    leave = pacing.join(publisher);
    if (!isDelayed) pacing.run(publish);
  };
  timer = page.clock.setTimeout(arrive, 0);
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

/** Joins with a publisher that always has something new, which takes `cost` to show. */
function joinWithNews(pacing: Pacing, page: SimulatedPage, cost: PublicationCost) {
  const times: number[] = [];
  const publish = () => {
    times.push(page.clock.now());
    page.show(cost);
    return true;
  };
  const leave = pacing.join({ publish, onIdle: () => {} });
  return { times, leave, publish };
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

  it('takes at most about a quarter of the time however often something new arrives', () => {
    fc.assert(
      fc.property(anyPage, anyCost(25), fc.double({ min: 2, max: 100, noNaN: true }), (options, cost, interval) => {
        const page = createSimulatedPage(options);
        const { share } = stream(page, () => cost, interval);
        page.runUntil(4000);
        expect(share()).toBeLessThan(0.28);
      }),
      { numRuns: 100 },
    );
  });

  it('is followed by a rest from the first one on', () => {
    const { gaps } = play({ frameRate: 60 }, fixed(25), 500);
    expect(gaps()[0]).toBeGreaterThan(75);
  });

  it('asks for no frame while the page rests', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    let requested = 0;
    const requestAnimationFrame = (callback: () => void) => {
      requested += 1;
      return page.clock.requestAnimationFrame(callback);
    };
    const clock: Clock = { ...page.clock, requestAnimationFrame };
    const { times } = stream({ ...page, clock }, fixed(25));
    page.runUntil(4000);
    // One frame publishes and one measures the layout.
    expect(requested).toBeLessThanOrEqual(times.length * 2 + 1);
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

  it.each([2, 3, 4, 5])('makes the page rest no longer once it is visible again after %s minutes', (minutes) => {
    let visibilityState = 'visible';
    const isHidden = () => visibilityState === 'hidden';
    vi.stubGlobal('document', {
      get visibilityState() {
        return visibilityState;
      },
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    for (let start = 0; start <= 50; start++) {
      visibilityState = 'visible';
      const page = createSimulatedPage({ frameRate: 60, isHidden });
      const { times } = stream(page, fixed(1));
      page.runUntil(start);
      visibilityState = 'hidden';
      const end = minutes * 60_000 + 1000;
      page.runUntil(end);
      visibilityState = 'visible';
      page.runUntil(end + 1000);
      const shown = times.filter((time) => time > end);
      expect(shown[0]).toBeLessThan(end + 40);
      expect(shown.length).toBeGreaterThan(55);
    }
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

it.each([1e12, -1e12])('ignores the time of a frame by another clock, which is %s ms behind', (offset) => {
  const publicationsOf = (cost: number) => {
    const page = createSimulatedPage({ frameRate: 60 });
    const clock: Clock = { ...page.clock, now: () => page.clock.now() + offset };
    const { times } = stream({ ...page, clock }, fixed(cost));
    page.runUntil(1000);
    return times.length;
  };
  expect(publicationsOf(1)).toBeGreaterThanOrEqual(59);
  expect(publicationsOf(25)).toBeLessThanOrEqual(11);
});

describe('the measurement of a publication', () => {
  it('makes the page rest as soon as a slow rendering is over', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const { publish } = joinWithNews(pacing, page, { render: 10, layout: 0 });
    expect(pacing.isResting()).toBe(false);
    page.clock.setTimeout(() => pacing.run(publish), 0);
    page.runUntil(11);
    expect(pacing.isResting()).toBe(true);
  });

  it('includes a layout during which another stream begins', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const times: number[] = [];
    const pending: PublicationCost[] = [{ render: 0, layout: 25 }];
    const publish = () => {
      const cost = pending.shift();
      if (!cost) return false;
      times.push(page.clock.now());
      page.show(cost);
      return true;
    };
    const cheap = { render: 0, layout: 0 };
    // The other stream begins after the layout, before the timers that measure it.
    page.clock.requestAnimationFrame(() => {
      page.clock.setTimeout(() => {
        pending.push(cheap, cheap);
        pacing.run(publish);
      }, 0);
    });
    pacing.join({ publish, onIdle: () => {} });
    pacing.run(publish);
    page.runUntil(300);
    expect(times.length).toBe(3);
    expect(times[2]).toBeGreaterThan(100);
  });

  it('includes the layout, even if a frame comes before the rendering', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const times: number[] = [];
    let hasNews = true;
    const publish = () => {
      if (!hasNews) return false;
      hasNews = false;
      times.push(page.clock.now());
      page.spend(4);
      page.show({ render: 0, layout: 20 });
      return true;
    };
    page.clock.setTimeout(() => {
      pacing.join({ publish, onIdle: () => {} });
      pacing.run(publish);
    }, 14);
    page.runUntil(40);
    hasNews = true;
    page.runUntil(300);
    expect(times.length).toBe(2);
    // It has cost 24 ms, after which the page rests for 75 ms.
    expect(times[1]).toBeGreaterThan(14 + 24 + 75);
  });

  it('comes before the next publication, even if a long task delays it', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const times: number[] = [];
    let hasNews = true;
    const publish = () => {
      if (!hasNews) return false;
      hasNews = false;
      times.push(page.clock.now());
      page.show({ render: 0, layout: 20 });
      return true;
    };
    page.clock.requestAnimationFrame(() => {
      page.clock.setTimeout(() => {
        hasNews = true;
        page.spend(30);
      }, 0);
    });
    pacing.join({ publish, onIdle: () => {} });
    pacing.run(publish);
    page.runUntil(300);
    expect(times.length).toBe(2);
    // The layout and the task end after 67 ms, and the page then rests.
    expect(times[1]).toBeGreaterThan(120);
  });
});

describe('a stream without news', () => {
  it('waits for nothing, whatever its publications cost', () => {
    fc.assert(
      fc.property(anyPage, anyCost(60), fc.integer({ min: 0, max: 5 }), (options, cost, publications) => {
        const page = createSimulatedPage(options);
        let left = publications;
        const publish = () => {
          if (left === 0) return false;
          left -= 1;
          page.show(cost);
          return true;
        };
        const onIdle = vi.fn<() => void>();
        createPacing(page.clock).join({ publish, onIdle });
        page.runUntil(1500);
        expect(left).toBe(0);
        expect(onIdle).toHaveBeenCalledOnce();
        expect(page.pending()).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('waits for nothing after one that left', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const { leave, publish } = joinWithNews(pacing, page, { render: 5, layout: 5 });
    pacing.run(publish);
    leave();
    const onIdle = vi.fn<() => void>();
    pacing.join({ publish: () => false, onIdle });
    page.runUntil(300);
    expect(onIdle).toHaveBeenCalledOnce();
    expect(page.pending()).toBe(0);
  });
});

describe('leaving', () => {
  it('leaves no timer and no frame behind at any time', () => {
    fc.assert(
      fc.property(
        anyPage,
        anyCost(60),
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (page, cost, work, duration) => {
          const played = play({ ...page, otherWork: () => work }, () => cost, duration);
          played.stop();
          expect(played.page.pending()).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves nothing behind in the publication that ends the last stream', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const leaveAtOnce = pacing.join({ publish: () => true, onIdle: () => {} });
    pacing.run(() => leaveAtOnce());
    expect(page.pending()).toBe(0);

    let waiting: number | undefined;
    const leaveInFrame = pacing.join({
      publish: () => {
        leaveInFrame();
        return true;
      },
      onIdle: () => {},
    });
    page.clock.requestAnimationFrame(() => {
      waiting = page.pending();
    });
    page.runUntil(20);
    expect(waiting).toBe(0);
  });

  it('leaves the other streams as they were', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const { times } = joinWithNews(pacing, page, fixed(1)());
    const other = joinWithNews(pacing, page, fixed(1)());
    page.runUntil(100);
    other.leave();
    page.runUntil(1000);
    expect(times.length).toBeGreaterThan(55);
    expect(other.times.length).toBeLessThan(7);
  });

  it('leaves no timer of two streams behind that joined while the page rests', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const first = joinWithNews(pacing, page, fixed(25)());
    page.clock.setTimeout(() => pacing.run(first.publish), 0);
    page.runUntil(60);
    expect(pacing.isResting()).toBe(true);
    const second = joinWithNews(pacing, page, fixed(25)());
    first.leave();
    second.leave();
    expect(page.pending()).toBe(0);
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

  it('show their first items at the same moment for the price of one publication', () => {
    const timeOfNext = (streams: number) => {
      const page = createSimulatedPage({ frameRate: 60 });
      const pacing = createPacing(page.clock);
      const { times } = joinWithNews(pacing, page, fixed(8)());
      page.runUntil(1000);
      const before = times.length;
      for (let index = 0; index < streams; index++) pacing.run(() => page.show({ render: 0, layout: 0 }));
      page.runUntil(2000);
      return times[before];
    };
    expect(timeOfNext(10)).toBe(timeOfNext(1));
  });

  it('do not publish once one that was asked before has removed them', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const leaves: (() => void)[] = [];
    const publish = vi.fn<() => boolean>(() => true);
    pacing.join({
      publish: () => {
        for (const leave of leaves) leave();
        return true;
      },
      onIdle: () => {},
    });
    leaves.push(pacing.join({ publish, onIdle: () => {} }));
    page.runUntil(100);
    expect(publish).not.toHaveBeenCalled();
  });

  it('publish in the very next frame if the page does not rest, even if that frame is late', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    page.clock.setTimeout(() => page.spend(20), 0);
    page.runUntil(1);
    const { times } = joinWithNews(pacing, page, fixed(1)());
    page.runUntil(30);
    expect(times).toEqual([20]);
  });

  it('keep the time that the page has saved up when another one joins', () => {
    const page = createSimulatedPage({ frameRate: 60 });
    const pacing = createPacing(page.clock);
    const times: number[] = [];
    let cost: PublicationCost | undefined = fixed(0.1)();
    const publish = () => {
      if (!cost) return false;
      times.push(page.clock.now());
      page.show(cost);
      return true;
    };
    pacing.join({ publish, onIdle: () => {} });
    page.runUntil(605);
    cost = undefined;
    page.runUntil(620);
    pacing.join({ publish: () => false, onIdle: () => {} });
    cost = fixed(6)();
    page.runUntil(685);
    const added = times.filter((time) => time > 620);
    expect(added.map(Math.round)).toEqual([633, 650, 667, 683]);
  });

  it('have one pacing for each clock', () => {
    const { clock } = createSimulatedPage({ frameRate: 60 });
    const other = createSimulatedPage({ frameRate: 60 });
    expect(pacingOf(clock)).toBe(pacingOf(clock));
    expect(pacingOf(other.clock)).not.toBe(pacingOf(clock));
  });
});
