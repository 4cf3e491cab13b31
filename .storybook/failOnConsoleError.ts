import { afterEach, beforeEach, expect, vi } from 'vitest';

// A setup file of the tests only: in the gallery, a control may well make React warn, and the story goes on.
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const { calls } = vi.mocked(console.error).mock;
  vi.mocked(console.error).mockRestore();
  expect(calls, 'React and the browser write their warnings to the console').toEqual([]);
});
