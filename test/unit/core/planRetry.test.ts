import { expect, it } from 'vitest';
import { planRetry } from '../../../src/core/request/RetryPolicy.ts';

it('stays a number for any attempt without a delay', () => {
  expect(planRetry({ initialDelay: 0 }, 2000, -1, undefined, undefined)).toMatchObject({ attempt: 2000, delay: 0 });
});
