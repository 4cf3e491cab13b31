import { createManualClock } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { requestFrame } from '../../../src/core/requestFrame.ts';

describe('requestFrame', () => {
  it('calls all that wait at one frame, and those that ask meanwhile at the next', () => {
    const clock = createManualClock();
    const calls: string[] = [];
    requestFrame(clock, () => {
      calls.push('a');
      requestFrame(clock, () => calls.push('c'));
    });
    requestFrame(clock, () => calls.push('b'));
    // The frame, and the timer that stands in for it in a hidden tab.
    expect(clock.pending).toBe(2);
    clock.advanceFrame();
    expect(calls).toEqual(['a', 'b']);
    clock.advanceFrame();
    expect(calls).toEqual(['a', 'b', 'c']);
    expect(clock.pending).toBe(0);
  });

  it('waits for nothing once each call is cancelled', () => {
    const clock = createManualClock();
    const callback = vi.fn();
    const cancels = [requestFrame(clock, callback), requestFrame(clock, callback)];
    cancels[0]?.();
    expect(clock.pending).toBe(2);
    cancels[1]?.();
    cancels[1]?.();
    expect(clock.pending).toBe(0);
    requestFrame(clock, callback);
    clock.advanceFrame();
    expect(callback).toHaveBeenCalledOnce();
  });

  it('does not wait for a frame that fake timers took away with them', () => {
    vi.useFakeTimers();
    requestFrame(systemClock, () => {});
    vi.useRealTimers();
    vi.useFakeTimers({ now: Date.now() + 10_000 });
    vi.advanceTimersByTime(1000);
    const callback = vi.fn();
    requestFrame(systemClock, callback);
    vi.advanceTimersByTime(250);
    expect(callback).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
