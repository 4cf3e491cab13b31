import { afterEach, expect, test, vi } from 'vitest';
import { createListeners } from '../../../src/core/platform/createListeners.ts';

afterEach(() => vi.unstubAllGlobals());

test('calls each listener once, in the order in which they were added', () => {
  const listeners = createListeners();
  const calls: string[] = [];
  listeners.add(() => calls.push('first'));
  listeners.add(() => calls.push('second'));
  listeners.notify();
  expect(calls).toEqual(['first', 'second']);
});

test('calls a function that is added twice twice, until each subscription is removed', () => {
  const listeners = createListeners();
  const listener = vi.fn();
  const removeFirst = listeners.add(listener);
  const removeSecond = listeners.add(listener);
  listeners.notify();
  expect(listener).toHaveBeenCalledTimes(2);
  removeFirst();
  removeFirst();
  listeners.notify();
  expect(listener).toHaveBeenCalledTimes(3);
  removeSecond();
  listeners.notify();
  expect(listener).toHaveBeenCalledTimes(3);
});

test('calls a listener that is added during a notification from the next notification on', () => {
  const listeners = createListeners();
  const late = vi.fn();
  const remove = listeners.add(() => {
    remove();
    listeners.add(late);
  });
  listeners.notify();
  expect(late).toHaveBeenCalledTimes(0);
  listeners.notify();
  expect(late).toHaveBeenCalledTimes(1);
});

test('does not call a listener that another one removes during the notification', () => {
  const listeners = createListeners();
  const removed = vi.fn();
  listeners.add(() => remove());
  const remove = listeners.add(removed);
  listeners.notify();
  expect(removed).toHaveBeenCalledTimes(0);
});

test('reports what a listener throws, and calls the others', () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const listeners = createListeners();
  const error = new Error('from a listener');
  const other = vi.fn();
  listeners.add(() => {
    throw error;
  });
  listeners.add(other);
  listeners.notify();
  expect(reportError.mock.calls).toEqual([[error]]);
  expect(other).toHaveBeenCalledTimes(1);
});
