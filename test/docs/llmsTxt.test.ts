import { expect, it } from 'vitest';
import { makeLlmsTxt } from '../../scripts/writeLlmsTxt.js';
import { readText } from './markdown.ts';

it('llms.txt says what the manual says; `npm run llms` writes it', () => {
  expect(readText('llms.txt')).toBe(makeLlmsTxt());
});
