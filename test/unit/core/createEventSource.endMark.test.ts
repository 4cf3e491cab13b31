import { expect, it } from 'vitest';
import { openEventSource } from '../../support/openEventSource.ts';

it('looks for the end mark in each response, whatever the one before it held', async () => {
  const { source, mock, clock, settle } = openEventSource({
    requireUntil: (item) => item === 'last' || undefined,
    reconnect: { jitter: false },
  });
  (await mock.nextRequest()).event('last').end();
  await clock.advanceAsync(1000);
  expect(source.getSnapshot().error).toBeUndefined();
  mock.requests[1]?.event('first').end();
  await settle();
  expect(source.getSnapshot().error?.code).toBe('incomplete');
  source.close();
});
