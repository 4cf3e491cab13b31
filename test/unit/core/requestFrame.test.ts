import { createManualClock } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import { requestFrame } from '../../../src/core/platform/requestFrame.ts';

describe('requestFrame', () => {
  it('calls back at the next frame, and those that ask meanwhile at the one after', () => {
    const clock = createManualClock();
    const calls: string[] = [];
    requestFrame(clock, () => {
      calls.push('a');
      requestFrame(clock, () => calls.push('c'));
    });
    requestFrame(clock, () => calls.push('b'));
    clock.advanceFrame();
    expect(calls).toEqual(['a', 'b']);
    clock.advanceFrame();
    expect(calls).toEqual(['a', 'b', 'c']);
    expect(clock.pending).toBe(0);
  });

  it('waits for nothing once it is cancelled', () => {
    const clock = createManualClock();
    const callback = vi.fn();
    const cancel = requestFrame(clock, callback);
    cancel();
    cancel();
    expect(clock.pending).toBe(0);
    clock.advanceFrame();
    expect(callback).not.toHaveBeenCalled();
  });
});
