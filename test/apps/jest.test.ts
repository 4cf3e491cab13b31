import { expect, it } from 'vitest';
import { createApp } from './createApp.ts';

it('tests a component by the test kit, in Jest with jsdom', async () => {
  const app = await createApp(['jest']);
  const report = JSON.parse(await app.run('jest', '--json')) as { numPassedTests: number; numFailedTests: number };
  expect(report).toMatchObject({ numPassedTests: 2, numFailedTests: 0 });
});
