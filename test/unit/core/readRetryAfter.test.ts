import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRetryAfter } from '../../../src/core/request/readRetryAfter.ts';

const now = Date.UTC(2026, 0, 1);

/** Reads a value that the platform hands over as it is: `Headers` removes blanks around it. */
function read(value: string | null) {
  return readRetryAfter({ get: (name: string) => (name === 'retry-after' ? value : null) } as Headers);
}

describe('readRetryAfter', () => {
  beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(now));
  afterEach(() => void vi.restoreAllMocks());

  it.each<[string, string | null, number]>([
    ['no header', null, 0],
    ['an empty value', '', 0],
    ['blanks', ' \t', 0],
    ['seconds', '7', 7000],
    ['seconds with blanks around them', ' 7\t', 7000],
    ['no seconds', '0', 0],
    ['seconds past an hour', '3601', 3_600_000],
    ['a fraction of seconds, which the standard does not know', '1.5', 0],
    ['a date in half a minute', new Date(now + 30_000).toUTCString(), 30_000],
    ['a date in a day', new Date(now + 86_400_000).toUTCString(), 3_600_000],
    ['a date that has passed', new Date(now - 30_000).toUTCString(), 0],
    ['a word', 'soon', 0],
  ])('reads %s', (_, value, wait) => {
    expect(read(value)).toBe(wait);
  });

  it('asks for no wait without headers', () => {
    expect(readRetryAfter(undefined)).toBe(0);
  });
});
