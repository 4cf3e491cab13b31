import { expect, test } from 'vitest';
import { createBlockSealer } from '../../../src/core/text/createBlockSealer.ts';
import { createAnnouncer } from '../../../src/core/typewriter/createAnnouncer.ts';

const seal = (text: string) => {
  const sealer = createBlockSealer();
  sealer.append(text);
  return sealer.snapshot();
};

test('keeps its announcement until there is a new one', () => {
  const announcer = createAnnouncer(0);
  expect(announcer.next(seal('One'), 0)).toBe('');
  expect(announcer.next(seal('One. Two'), 0)).toBe('One. ');
  expect(announcer.next(seal('One. Two'), 5000)).toBe('One. ');
});

test('holds a sentence back until two seconds after the last announcement', () => {
  const announcer = createAnnouncer(0);
  announcer.next(seal('One. '), 100);
  expect(announcer.hasWaiting()).toBe(false);
  expect(announcer.next(seal('One. Two. '), 2099)).toBe('One. ');
  expect(announcer.hasWaiting()).toBe(true);
  expect(announcer.next(seal('One. Two. '), 2100)).toBe('Two. ');
  expect(announcer.hasWaiting()).toBe(false);
});

test('announces the rest at once when the text is finished, and waits after that', () => {
  const announcer = createAnnouncer(0);
  announcer.next(seal('One. '), 0);
  expect(announcer.finish(seal('One. Two'), 10)).toBe('Two');
  expect(announcer.finish(seal('One. Two'), 20)).toBe('Two');
  expect(announcer.next(seal('One. Two. '), 2009)).toBe('Two');
  expect(announcer.next(seal('One. Two. '), 2010)).toBe('. ');
});

test('finds the end of a sentence in the last finished block', () => {
  const announcer = createAnnouncer(0);
  expect(announcer.next(seal('One.\n\nTwo. Thr\n\nee'), 0)).toBe('One.\n\nTwo. Thr\n\n');
});

test('finds the end of a sentence at the end of the last block, which a splitter may cut inside a line', () => {
  const announcer = createAnnouncer(0);
  const blocks = ['One, ', 'two, ', 'three. '];
  expect(announcer.next({ text: 'One, two, three. Four', blocks, tail: 'Four' }, 0)).toBe('One, two, three. ');
});

test('does not take the white space before the first sentence for its end', () => {
  const announcer = createAnnouncer(0);
  expect(announcer.next(seal(' One'), 0)).toBe('');
  expect(announcer.hasWaiting()).toBe(false);
});

test('announces only what comes after a length that needs no announcement', () => {
  const announcer = createAnnouncer(5);
  expect(announcer.next(seal('One. '), 0)).toBe('');
  expect(announcer.next(seal('One. Two. '), 0)).toBe('Two. ');
});

test('announces again what comes after a length to which it is rewound, and only that', () => {
  const announcer = createAnnouncer(0);
  announcer.next(seal('One. Two. '), 0);
  announcer.rewind(5);
  expect(announcer.hasWaiting()).toBe(false);
  expect(announcer.next(seal('One. Three. '), 2000)).toBe('Three. ');
  announcer.rewind(100);
  expect(announcer.next(seal('One. Three. Four. '), 4000)).toBe('Four. ');
});
