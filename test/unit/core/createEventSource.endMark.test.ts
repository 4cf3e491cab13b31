import { expect, it, vi } from 'vitest';
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

it('asks nothing more about an item once `requireUntil` has closed the source', async () => {
  const select = vi.fn();
  const opened = openEventSource({ requireUntil: () => void opened.source.close(), select } as never);
  (await opened.mock.nextRequest()).event('a');
  await opened.settle();
  expect(opened.source.getSnapshot().status).toBe('closed');
  expect(select).not.toHaveBeenCalled();
});
