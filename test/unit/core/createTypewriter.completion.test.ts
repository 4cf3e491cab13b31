import { expect, test, vi } from 'vitest';
import { type Clock, createTypewriter } from 'react-streamed/core';
import { createManualClock, type ManualClock } from 'react-streamed/testing';

/** The clock of a hidden tab: no frames, and timers once a second. */
function hide(clock: ManualClock): Clock {
  return {
    now: () => clock.now(),
    setTimeout: (callback, delay) =>
      clock.setTimeout(callback, Math.ceil((clock.now() + delay) / 1000) * 1000 - clock.now()),
    clearTimeout: (id) => clock.clearTimeout(id as number),
    requestAnimationFrame: () => undefined,
    cancelAnimationFrame: () => {},
  };
}

test('calls onComplete once for each completion, armed again when the text grows', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete });
  typewriter.append('One');
  clock.advance(1000);
  expect(onComplete).toHaveBeenCalledTimes(0);
  typewriter.end();
  clock.advance(1000);
  typewriter.end();
  typewriter.skip();
  clock.advance(1000);
  expect(onComplete).toHaveBeenCalledTimes(1);
  typewriter.append(' Two');
  typewriter.end();
  clock.advance(1000);
  expect(onComplete).toHaveBeenCalledTimes(2);
  typewriter.restart();
  typewriter.end();
  clock.advance(1000);
  expect(onComplete).toHaveBeenCalledTimes(3);
});

test('stays complete when nothing is added, or when it is told that the text does not grow', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete });
  typewriter.append('One');
  typewriter.end();
  clock.advance(1000);
  typewriter.append('');
  clock.advance(1000);
  expect(typewriter.getSnapshot().isTyping).toBe(false);
  typewriter.setOptions({ isStreaming: false, onComplete });
  typewriter.skip();
  expect(typewriter.getSnapshot().isTyping).toBe(false);
  expect(onComplete).toHaveBeenCalledTimes(1);
});

test('is typing from the moment that a stream begins, and completes if it brings nothing', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete, isStreaming: false });
  typewriter.setOptions({ isStreaming: true, onComplete });
  clock.advance(1000);
  expect(typewriter.getSnapshot().isTyping).toBe(true);
  typewriter.setOptions({ isStreaming: false, onComplete });
  clock.advance(1000);
  expect(typewriter.getSnapshot().isTyping).toBe(false);
  expect(onComplete).toHaveBeenCalledTimes(1);
});

test('calls onComplete after the snapshot that completes', () => {
  const seen: unknown[] = [];
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete: () => seen.push(typewriter.getSnapshot().text) });
  typewriter.append('One');
  typewriter.end();
  clock.advance(1000);
  expect(seen).toEqual(['One']);
});

test('does not call onComplete for text that is there at first and does not grow', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete, text: 'One', isStreaming: false });
  typewriter.subscribe(() => {});
  clock.advance(1000);
  expect(onComplete).toHaveBeenCalledTimes(0);
});

test('calls onComplete when a stream ends that brought nothing more', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, onComplete, text: 'One', isStreaming: true });
  expect(typewriter.getSnapshot().isTyping).toBe(true);
  typewriter.setOptions({ isStreaming: false, onComplete });
  clock.advance(1000);
  expect(typewriter.getSnapshot().isTyping).toBe(false);
  expect(onComplete).toHaveBeenCalledTimes(1);
});

test('shows everything and completes without any frame', () => {
  const onComplete = vi.fn();
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock: hide(clock), onComplete });
  typewriter.append('All of it is shown, 👩');
  clock.advance(2000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'All of it is shown, 👩', isTyping: true });
  typewriter.append(' too.');
  typewriter.end();
  clock.advance(2000);
  expect(typewriter.getSnapshot()).toMatchObject({ text: 'All of it is shown, 👩 too.', isTyping: false });
  expect(onComplete).toHaveBeenCalledTimes(1);
  expect(clock.pending).toBe(0);
});

test('reports an exception of onComplete and continues', () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const clock = createManualClock();
  const error = new Error('from onComplete');
  const typewriter = createTypewriter({
    clock,
    onComplete: () => {
      throw error;
    },
  });
  for (const text of ['One', 'Two']) {
    typewriter.append(text);
    typewriter.end();
    clock.advance(1000);
  }
  expect(reportError.mock.calls).toEqual([[error], [error]]);
  expect(typewriter.getSnapshot().text).toBe('OneTwo');
  vi.unstubAllGlobals();
});
