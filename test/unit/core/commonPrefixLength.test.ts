import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonPrefixLength } from '../../../src/core/text/commonPrefixLength.ts';

test.each([
  ['', '', 0],
  ['', 'a', 0],
  ['a', 'b', 0],
  ['abc', 'abd', 2],
  ['abc', 'abc', 3],
  ['abc', 'abcd', 3],
])('finds what %j and %j have in common', (a, b, length) => {
  expect(commonPrefixLength(a, b)).toBe(length);
  expect(commonPrefixLength(b, a)).toBe(length);
});

test('finds the first difference of long texts at any place', () => {
  const lengths = fc.nat({ max: 2000 });
  fc.assert(
    fc.property(lengths, lengths, lengths, (common, first, second) => {
      const a = 'x'.repeat(common) + 'a'.repeat(first);
      const b = 'x'.repeat(common) + 'b'.repeat(second);
      expect(commonPrefixLength(a, b)).toBe(common);
      expect(commonPrefixLength(a, a)).toBe(a.length);
    }),
    { examples: [511, 512, 513, 1023, 1024, 1025].map((common) => [common, 600, 600]) },
  );
});
