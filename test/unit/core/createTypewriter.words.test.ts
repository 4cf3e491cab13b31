import { expect, test } from 'vitest';
import { createTypewriter, type TypewriterOptions } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';

function play(pieces: readonly string[], gap: number, options: TypewriterOptions = {}) {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, by: 'word', ...options });
  const seen = new Set<string>();
  typewriter.subscribe(() => seen.add(typewriter.getSnapshot().text));
  for (const piece of pieces) {
    typewriter.append(piece);
    clock.advance(gap);
  }
  typewriter.end();
  clock.advance(20_000);
  seen.delete('');
  return [...seen];
}

test('shows whole words, with the white space before them', () => {
  expect(play(['One  two\n\nthree, four.'], 0, { graphemesPerSecond: 30 })).toEqual([
    'One',
    'One  two',
    'One  two\n\nthree,',
    'One  two\n\nthree, four.',
  ]);
});

test('waits for the rest of a word that arrives in parts', () => {
  expect(play(['Unbe', 'liev', 'able', ' word', 's'], 50)).toEqual(['Unbelievable', 'Unbelievable words']);
});

test('shows part of a word whose time is up', () => {
  expect(play(['Donaudampf', '', '', '', '', '', 'schiff'], 140, { maxLag: 100 })[0]).toBe('Donaudampf');
});

test('shows part of a word in the frame at which its time is up, not in the next one', () => {
  const clock = createManualClock();
  const typewriter = createTypewriter({ clock, by: 'word', maxLag: 100 });
  typewriter.append('Donaudampf');
  clock.advance(99);
  expect(typewriter.getSnapshot().text).toBe('');
  clock.advance(1);
  expect(typewriter.getSnapshot().text).toBe('Donaudampf');
});

test('shows ideographs one by one', () => {
  expect(play(['漢字かな'], 0, { graphemesPerSecond: 20 })).toEqual(['漢', '漢字', '漢字か', '漢字かな']);
});

test('does not wait for the end of an endless word', () => {
  expect(play(['x'.repeat(200)], 200, { graphemesPerSecond: 50 }).length).toBeGreaterThan(50);
});
