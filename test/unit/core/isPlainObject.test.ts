import { expect, it } from 'vitest';
import { isPlainObject } from '../../../src/core/request/isPlainObject.ts';

it.each<[string, unknown, boolean]>([
  ['an object literal', {}, true],
  ['an object without a prototype', Object.create(null), true],
  ['an array', [], false],
  ['an instance of a class', new Map(), false],
  ['an object that inherits from another', Object.create({}), false],
  ['a function without a prototype', Object.setPrototypeOf(() => {}, null), false],
  ['a text', 'text', false],
  ['null', null, false],
  ['undefined', undefined, false],
])('tells whether %s is a plain object', (_, value, expected) => {
  expect(isPlainObject(value)).toBe(expected);
});
