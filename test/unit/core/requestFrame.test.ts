import { createManualClock } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { requestFrame } from '../../../src/core/requestFrame.ts';

describe('requestFrame', () => {
  it('calls all that ask in one turn at one frame, and those that ask meanwhile at the next', () => {
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

  it('has another frame for those that ask in another turn', async () => {
    const clock = createManualClock();
    const callback = vi.fn();
    requestFrame(clock, callback);
    await Promise.resolve();
    requestFrame(clock, callback);
    expect(clock.pending).toBe(4);
    clock.advanceFrame();
    expect(callback).toHaveBeenCalledTimes(2);
    expect(clock.pending).toBe(0);
  });

  it('keeps the frames of two clocks apart', () => {
    const [one, other] = [createManualClock(), createManualClock()];
    const calls: string[] = [];
    requestFrame(one, () => calls.push('one'));
    requestFrame(other, () => calls.push('other'));
    one.advanceFrame();
    expect(calls).toEqual(['one']);
    other.advanceFrame();
    expect(calls).toEqual(['one', 'other']);
  });
});
