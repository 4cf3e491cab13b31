import { expect, test } from 'vitest';
import { createTextInbox } from '../../../src/core/typewriter/createTextInbox.ts';

test.each([
  [4096, 600, 0],
  [4096 + 7680, 600, 10],
  [180_000, 600, 200],
  [1_000_000, 6000, 200],
  [180_000, 150, 50],
  [180_000, undefined, 200],
  [180_000, 0, 0],
  [180_000, -1, 0],
  [180_000, NaN, 0],
])('a text of %s code units with a maxLag of %s waits %s ms to be read', (length, maxLag, wait) => {
  const inbox = createTextInbox('');
  inbox.put('x'.repeat(length - 1), 1000);
  inbox.read(1000);
  expect(inbox.isDue(5000, maxLag)).toBe(false);
  inbox.put('x'.repeat(length), 1000);
  expect(inbox.isDue(1000 + wait, maxLag)).toBe(true);
  if (wait > 0) expect(inbox.isDue(999 + wait, maxLag)).toBe(false);
});

test.each([
  [0, true],
  [1, false],
  [1000, false],
  [1001, true],
])('a long text that is %s code units longer than the one before is read at once: %s', (growth, isDue) => {
  const inbox = createTextInbox('x'.repeat(180_000));
  inbox.put(`y${'x'.repeat(179_999 + growth)}`, 10);
  expect(inbox.isDue(10)).toBe(isDue);
});
