import { StreamError, type StreamErrorCode } from 'react-streamed/core';
import { expect, it } from 'vitest';
import { isTransient } from '../../../src/core/request/isTransient.ts';

it.each<[StreamErrorCode, number | undefined, boolean]>([
  ['network', undefined, true],
  ['timeout', undefined, true],
  ['stalled', undefined, true],
  ['incomplete', undefined, true],
  ['content-type', 200, false],
  ['content-type', 503, false],
  ['event-too-large', undefined, false],
  ['parse', undefined, false],
  ['request', undefined, false],
  ['upstream', undefined, false],
  ['http', undefined, false],
  ['http', 404, false],
  ['http', 408, true],
  ['http', 425, true],
  ['http', 429, true],
  ['http', 499, false],
  ['http', 500, true],
  ['http', 503, true],
])('tells of a failure with the code %s and the status %s whether it may pass', (code, status, expected) => {
  expect(isTransient(new StreamError(code, 'Failed.', { status }))).toBe(expected);
});
