import { createTypewriter } from 'react-streamed/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/core/platform/clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The frames of a page, which Node does not have. */
function stubFrames() {
  const frames = new Map<number, () => void>();
  let latest = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    latest += 1;
    frames.set(latest, callback);
    return latest;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => void frames.delete(id));
  const runFrame = () => {
    const callbacks = [...frames.values()];
    frames.clear();
    for (const callback of callbacks) callback();
  };
  return { frames, runFrame };
}

describe("the platform's clock", () => {
  it('uses the frames of a page', () => {
    const { frames, runFrame } = stubFrames();
    const typewriter = createTypewriter({ maxLag: 0 });
    typewriter.append('Hello');
    vi.advanceTimersByTime(100);
    expect(typewriter.getSnapshot().text).toBe('');
    expect(frames.size).toBe(1);
    runFrame();
    expect(typewriter.getSnapshot().text).toBe('Hello');
    expect(frames.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('uses a timer of 250 ms if no frame comes', () => {
    const { frames } = stubFrames();
    const typewriter = createTypewriter({ maxLag: 0 });
    typewriter.append('Hello');
    vi.advanceTimersByTime(249);
    expect(typewriter.getSnapshot().text).toBe('');
    vi.advanceTimersByTime(1);
    expect(typewriter.getSnapshot().text).toBe('Hello');
    expect(frames.size).toBe(0);
  });

  it('cancels a frame of a page', () => {
    const { frames } = stubFrames();
    const typewriter = createTypewriter();
    typewriter.append('Hello');
    expect(frames.size).toBe(1);
    typewriter.dispose();
    expect(frames.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('uses timers if the platform has no frames', () => {
    const typewriter = createTypewriter({ maxLag: 0 });
    typewriter.append('Hello');
    vi.advanceTimersByTime(15);
    expect(typewriter.getSnapshot().text).toBe('');
    vi.advanceTimersByTime(1);
    expect(typewriter.getSnapshot().text).toBe('Hello');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('cancels such a timer', () => {
    const typewriter = createTypewriter();
    typewriter.append('Hello');
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    typewriter.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, object | undefined, number | undefined]>([
    ['the time of the timeline', { timeline: { currentTime: 12 } }, 12],
    ['nothing while the timeline is inactive', { timeline: { currentTime: null } }, undefined],
    ['nothing without a timeline', {}, undefined],
    ['nothing without a document', undefined, undefined],
  ])('takes %s for the beginning of the frame', (_, document, time) => {
    vi.stubGlobal('document', document);
    expect(systemClock.frameTime?.()).toBe(time);
  });
});
