import { expect, test, vi } from 'vitest';
import { createTypewriter } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

test('calls a listener that subscribes again inside itself once for each snapshot', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  let calls = 0;
  let unsubscribe = () => {};
  const listener = () => {
    calls += 1;
    // Without the limit, the fault that this test is for would never return.
    if (calls > 100) return;
    unsubscribe();
    unsubscribe = typewriter.subscribe(listener);
  };
  unsubscribe = typewriter.subscribe(listener);
  typewriter.append('a');
  clock.advanceFrame();
  expect(calls).toBe(1);
  typewriter.append('b');
  clock.advance(100);
  expect(calls).toBe(2);
});

test('calls a function that is subscribed twice twice, until each subscription is ended', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock });
  const listener = vi.fn();
  const endFirst = typewriter.subscribe(listener);
  const endSecond = typewriter.subscribe(listener);
  typewriter.append('a');
  clock.advanceFrame();
  expect(listener).toHaveBeenCalledTimes(2);
  endFirst();
  endFirst();
  typewriter.append('b');
  clock.advance(100);
  expect(listener).toHaveBeenCalledTimes(3);
  endSecond();
  typewriter.append('c');
  clock.advance(100);
  expect(listener).toHaveBeenCalledTimes(3);
});
