import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from 'react-streamed/testing';

describe('timers', () => {
  it('runs what falls due, in the order of time and then of age', () => {
    const clock = createManualClock();
    const seen: string[] = [];
    clock.setTimeout(() => seen.push(`second at ${clock.now()}`), 20);
    clock.setTimeout(() => seen.push(`first at ${clock.now()}`), 10);
    clock.setTimeout(() => seen.push(`third at ${clock.now()}`), 20);
    clock.setTimeout(() => seen.push('too late'), 21);

    clock.advance(20);

    expect(seen).toEqual(['first at 10', 'second at 20', 'third at 20']);
    expect(clock.now()).toBe(20);
    expect(clock.pending).toBe(1);
  });

  it('runs a timer that a timer sets, if it still falls due', () => {
    const clock = createManualClock();
    const seen: number[] = [];
    clock.setTimeout(() => clock.setTimeout(() => seen.push(clock.now()), 5), 5);

    clock.advance(10);

    expect(seen).toEqual([10]);
  });

  it('forgets a cleared timer', () => {
    const clock = createManualClock();
    const id = clock.setTimeout(() => expect.unreachable(), 5);
    clock.clearTimeout(id);

    clock.advance(10);

    expect(clock.pending).toBe(0);
  });

  it('runs a timer without a delay at once on advance(0)', () => {
    const clock = createManualClock();
    const seen: number[] = [];
    clock.setTimeout(() => seen.push(clock.now()), Number.NaN);

    clock.advance(0);

    expect(seen).toEqual([0]);
  });

  it('stops a timer that sets itself without a delay', () => {
    const clock = createManualClock();
    const again = () => void clock.setTimeout(again, 0);
    again();

    expect(() => clock.advance(1)).toThrow('100000 callbacks');
  });
});

describe('frames', () => {
  it('come 60 times a second', () => {
    const clock = createManualClock();
    let frames = 0;
    const count = () => {
      frames += 1;
      clock.requestAnimationFrame(count);
    };
    clock.requestAnimationFrame(count);

    clock.advance(1000);

    expect(frames).toBe(60);
  });

  it('come at the rate that is asked for', () => {
    const clock = createManualClock({ frameRate: 100 });
    const seen: number[] = [];
    clock.requestAnimationFrame((time) => seen.push(time));

    clock.advance(9);
    expect(seen).toEqual([]);

    clock.advance(1);
    expect(seen).toEqual([10]);
  });

  it('run together, and what they ask for comes with the next one', () => {
    const clock = createManualClock();
    const seen: string[] = [];
    clock.requestAnimationFrame(() => {
      seen.push('a');
      clock.requestAnimationFrame(() => seen.push('c'));
    });
    clock.requestAnimationFrame(() => seen.push('b'));

    clock.advanceFrame();
    expect(seen).toEqual(['a', 'b']);

    clock.advanceFrame();
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('are a sixtieth of a second apart, however many are skipped at once', () => {
    const clock = createManualClock();
    clock.advanceFrame(3);

    expect(clock.now()).toBeCloseTo(50);
  });

  it('do not come when they are cancelled', () => {
    const clock = createManualClock();
    clock.cancelAnimationFrame(clock.requestAnimationFrame(() => expect.unreachable()));

    clock.advanceFrame();

    expect(clock.pending).toBe(0);
  });
});

describe('advanceAsync', () => {
  it('lets promise continuations set the timers that fall due next', async () => {
    const clock = createManualClock();
    const pause = (ms: number) => new Promise<void>((resolve) => clock.setTimeout(resolve, ms));
    const seen: number[] = [];
    const run = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await pause(10);
        seen.push(clock.now());
      }
    };
    const ran = run();

    await clock.advanceAsync(30);

    expect(seen).toEqual([10, 20, 30]);
    await ran;
  });

  it('lets a stream hand on what was written', async () => {
    const clock = createManualClock();
    const { readable, writable } = new TransformStream<string, string>();
    const seen: (string | undefined)[] = [];
    const reading = readable
      .getReader()
      .read()
      .then(({ value }) => seen.push(value));
    void writable.getWriter().write('chunk');

    await clock.advanceFrameAsync();

    expect(seen).toEqual(['chunk']);
    await reading;
  });
});

describe('install', () => {
  const clock = createManualClock({ date: Date.UTC(2026, 0, 1) });
  afterEach(() => clock.restore());

  it('takes the place of the global timers, frames and times', () => {
    const real = [setTimeout, setInterval, performance.now, Date.now];
    const restore = clock.install();
    const seen: unknown[] = [];
    setTimeout((word: string) => seen.push(word), 10, 'timeout');
    const interval = setInterval(() => seen.push('interval'), 4);
    requestAnimationFrame(() => seen.push('frame'));

    clock.advance(17);

    expect(seen).toEqual(['interval', 'interval', 'timeout', 'interval', 'interval', 'frame']);
    expect(performance.now()).toBe(17);
    expect(new Date(Date.now()).toISOString()).toBe('2026-01-01T00:00:00.017Z');

    clearInterval(interval);
    expect(clock.pending).toBe(0);

    restore();
    expect([setTimeout, setInterval, performance.now, Date.now]).toEqual(real);
    expect('requestAnimationFrame' in globalThis).toBe(false);
  });

  it('runs timers without a delay by themselves, in their order and without moving the time', async () => {
    clock.install();
    const before = clock.now();
    const seen: unknown[] = [];
    setTimeout(() => seen.push('later'), 1);
    setTimeout((word: string) => seen.push(word), 0, 'first');
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });

    expect(seen).toEqual(['first']);
    expect(clock.now()).toBe(before);
    expect(clock.pending).toBe(1);

    clock.advance(1);
    expect(seen).toEqual(['first', 'later']);
  });

  it('does not run a timer without a delay twice, nor one that was cleared', async () => {
    clock.install();
    const seen: string[] = [];
    setTimeout(() => seen.push('once'), 0);
    clearTimeout(setTimeout(() => seen.push('cleared'), 0));
    clock.advance(0);
    await clock.advanceAsync(0);

    expect(seen).toEqual(['once']);
    expect(clock.pending).toBe(0);
  });

  it('leaves timers that were set before on the real clock', () => {
    const timer = setTimeout(() => expect.unreachable(), 0);
    clock.install();

    clearTimeout(timer);

    expect(timer.hasRef()).toBe(true);
    expect(clock.pending).toBe(0);
  });
});
