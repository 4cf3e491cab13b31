import { createEventSource, list } from 'react-streamed/core';
import { createManualClock } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';

const eventStream = { headers: { 'content-type': 'text/event-stream' } };

/** A body that stays open after its text. */
function openBody(text: string, cancel?: () => void) {
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    ...(cancel && { cancel }),
  });
}

it('reads the response that the url function answers, and asks again with the last event ID', async () => {
  const clock = createManualClock();
  const ids: string[] = [];
  const source = createEventSource(
    ({ lastEventId, number }) => {
      ids.push(lastEventId);
      return number === 1 ? new Response('id: 1\ndata: a\n\n', eventStream) : openBody('id: 2\ndata: b\n\n');
    },
    { clock, accumulate: list(), reconnect: { jitter: false } },
  );
  source.open();
  await clock.advanceAsync(0);
  expect(source.getSnapshot()).toMatchObject({ status: 'reconnecting', data: ['a'], lastEventId: '1' });
  await clock.advanceAsync(1000);
  expect(source.getSnapshot()).toMatchObject({ status: 'open', data: ['a', 'b'], lastEventId: '2' });
  expect(ids).toEqual(['', '1']);
  source.close();
  expect(clock.pending).toBe(0);
});

it('judges a response as any other', async () => {
  const clock = createManualClock();
  const source = createEventSource(() => Response.json({ detail: 'no stream' }), { clock, reconnect: false });
  source.open();
  await clock.advanceAsync(0);
  expect(source.getSnapshot()).toMatchObject({ status: 'error', error: { code: 'content-type' } });
  const empty = createEventSource(() => new Response(null, { status: 204 }), { clock });
  empty.open();
  await clock.advanceAsync(0);
  expect(empty.getSnapshot()).toMatchObject({ status: 'closed', error: undefined });
});

it('cancels the stream when it is closed', async () => {
  const clock = createManualClock();
  const cancel = vi.fn();
  const source = createEventSource(() => openBody('data: a\n\n', cancel), { clock });
  source.open();
  await clock.advanceAsync(0);
  expect(source.getSnapshot()).toMatchObject({ status: 'open', data: 'a' });
  source.close();
  expect(cancel).toHaveBeenCalledOnce();
});
