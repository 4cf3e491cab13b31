import { expect, it } from 'vitest';
import { hideQuery } from '../../../src/core/request/hideQuery.ts';

it.each<[string, string, string, string]>([
  ['a query', 'GET /feed?token=x failed.', '/feed?token=x', 'GET /feed failed.'],
  ['a fragment', 'GET /feed#token=x failed.', '/feed#token=x', 'GET /feed failed.'],
  ['a query with line breaks', 'GET /feed?a\nb\nc failed.', '/feed?a\nb\nc', 'GET /feed failed.'],
  [
    'both, as the platform quotes them',
    'Cannot fetch http://localhost/feed?a=%20#b.',
    'http://localhost/feed?a= #b',
    'Cannot fetch http://localhost/feed.',
  ],
  ['every mention of a query', '/feed?a and /feed?a', '/feed?a', '/feed and /feed'],
  ['no more than the query of a URL with a pattern', 'GET /$&?a failed.', '/$&?a', 'GET /$& failed.'],
  ['nothing of a URL without one', 'GET /feed failed.', '/feed', 'GET /feed failed.'],
])('leaves %s out of a text', (_, text, url, expected) => {
  expect(hideQuery(text, url)).toBe(expected);
});
