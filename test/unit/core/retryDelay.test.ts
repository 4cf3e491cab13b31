import { expect, it } from 'vitest';
import { retryDelay } from '../../../src/core/RetryPolicy.ts';

it('stays a number for any attempt without a delay', () => {
  expect(retryDelay({ initialDelay: 0 }, 2000, undefined, undefined)).toBe(0);
});
