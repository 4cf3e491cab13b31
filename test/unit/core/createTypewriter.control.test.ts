import { expect, test, vi } from 'vitest';
import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

// No sentence ends, so that no announcement waits.
const lines = 'one line of text, '.repeat(20);

function setUp(options: TypewriterOptions = {}) {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, ...options });
  const shown = () => typewriter.getSnapshot().text;
  return { clock, typewriter, shown };
}

test('schedules nothing before it has text, while it waits for more, and at the end', () => {
  const { clock, typewriter } = setUp();
  expect(clock.pending).toBe(0);
  typewriter.append('One');
  expect(clock.pending).toBe(2);
  clock.advance(1000);
  expect(typewriter.getSnapshot()).toEqual({ text: 'One', blocks: [], tail: 'One', isTyping: true, announcement: '' });
  expect(clock.pending).toBe(0);
  typewriter.end();
  clock.advance(20);
  expect(typewriter.getSnapshot()).toEqual({
    text: 'One',
    blocks: [],
    tail: 'One',
    isTyping: false,
    announcement: 'One',
  });
  expect(clock.pending).toBe(0);
});

test('shows the text that is there at first, and types what follows', () => {
  const { clock, typewriter, shown } = setUp({ text: lines });
  expect(typewriter.getSnapshot()).toMatchObject({ text: lines, isTyping: false, announcement: '' });
  typewriter.setText(lines + lines);
  expect(shown()).toBe(lines);
  clock.advance(100);
  expect(shown().length).toBeGreaterThan(lines.length);
  expect(shown().length).toBeLessThan(lines.length * 2);
  expect(typewriter.getSnapshot().isTyping).toBe(true);
});

test('types the initial text with `initial: type`, from the first subscription on', () => {
  const { clock, typewriter, shown } = setUp({ text: lines, initial: 'type', isStreaming: true });
  expect(typewriter.getSnapshot()).toMatchObject({ text: '', isTyping: true });
  expect(clock.pending).toBe(0);
  clock.advance(5000);
  typewriter.subscribe(() => {});
  expect(shown()).toBe('');
  clock.advance(300);
  expect(shown().length).toBeGreaterThan(0);
  expect(shown().length).toBeLessThan(lines.length);
  clock.advance(350);
  expect(shown()).toBe(lines);
});

test('shows all that has arrived on skip, and types what follows', () => {
  const { clock, typewriter, shown } = setUp();
  typewriter.append(lines);
  clock.advance(50);
  typewriter.skip();
  expect(shown()).toBe(lines);
  expect(clock.pending).toBe(0);
  typewriter.append(lines);
  clock.advance(50);
  expect(shown().length).toBeLessThan(lines.length * 2);
});

test('stands still while paused, and resumes at the same place', () => {
  const { clock, typewriter, shown } = setUp();
  typewriter.append(lines);
  clock.advance(100);
  typewriter.pause();
  const before = shown();
  expect(clock.pending).toBe(0);
  clock.advance(10_000);
  typewriter.append('More.');
  expect(clock.pending).toBe(0);
  expect(shown()).toBe(before);
  typewriter.resume();
  clock.advance(100);
  expect(shown().length).toBeGreaterThan(before.length);
  expect(shown().length).toBeLessThan(lines.length);
  clock.advance(600);
  expect(shown()).toBe(`${lines}More.`);
});

test('stays paused while either the option or the function says so', () => {
  const { clock, typewriter, shown } = setUp();
  typewriter.append(lines);
  typewriter.setOptions({ paused: true });
  typewriter.pause();
  typewriter.resume();
  clock.advance(1000);
  expect(shown()).toBe('');
  typewriter.pause();
  typewriter.setOptions({ paused: false });
  clock.advance(1000);
  expect(shown()).toBe('');
  typewriter.resume();
  clock.advance(1000);
  expect(shown()).toBe(lines);
});

test('shows all on skip while paused', () => {
  const onComplete = vi.fn();
  const { clock, typewriter, shown } = setUp({ paused: true, onComplete });
  typewriter.append(lines);
  typewriter.end();
  typewriter.skip();
  expect(shown()).toBe(lines);
  expect(onComplete).toHaveBeenCalledTimes(1);
  expect(clock.pending).toBe(0);
});

test('types the whole text again on restart', () => {
  const { clock, typewriter, shown } = setUp();
  typewriter.append(lines);
  clock.advance(1000);
  typewriter.restart();
  expect(typewriter.getSnapshot()).toMatchObject({ text: '', blocks: [], tail: '', isTyping: true });
  clock.advance(100);
  expect(shown().length).toBeLessThan(lines.length);
  clock.advance(600);
  expect(shown()).toBe(lines);
});

test('does nothing once disposed, and continues with a new subscription', () => {
  const onComplete = vi.fn();
  const { clock, typewriter, shown } = setUp({ onComplete });
  typewriter.append(lines);
  clock.advance(100);
  typewriter.dispose();
  const before = shown();
  typewriter.append('More.');
  typewriter.end();
  expect(clock.pending).toBe(0);
  clock.advance(10_000);
  expect(shown()).toBe(before);
  typewriter.subscribe(() => {});
  clock.advance(300);
  expect(shown()).toBe(`${lines}More.`);
  expect(onComplete).toHaveBeenCalledTimes(1);
});

test('keeps its snapshot until something changes', () => {
  const { clock, typewriter } = setUp();
  typewriter.append('One');
  clock.advance(1000);
  const snapshot = typewriter.getSnapshot();
  typewriter.setText('One');
  typewriter.append('');
  typewriter.setOptions({});
  typewriter.skip();
  clock.advance(1000);
  expect(typewriter.getSnapshot()).toBe(snapshot);
});

test('tells every listener, though one throws, until it is ended', () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const { clock, typewriter } = setUp();
  const listener = vi.fn();
  const end = typewriter.subscribe(() => {
    throw new Error('from a listener');
  });
  typewriter.subscribe(listener);
  typewriter.append('One');
  clock.advance(20);
  expect(reportError).toHaveBeenCalledTimes(1);
  expect(listener).toHaveBeenCalledTimes(1);
  end();
  typewriter.restart();
  expect(reportError).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
