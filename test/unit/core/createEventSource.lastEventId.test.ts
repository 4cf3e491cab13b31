import { describe, expect, it } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

describe('a last event ID that is hard to send', () => {
  it('is sent whole though it has 200,000 characters', async () => {
    const id = 'é'.repeat(100_000) + 'x'.repeat(100_000);
    const { mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).event({ data: 'a', id }).end();
    await clock.advanceAsync(1000);
    const header = (await mock.nextRequest()).headers.get('last-event-id') ?? '';
    const bytes = Uint8Array.from(header, (character) => character.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe(id);
  });

  it.each(['\u0001', 'a\u007fb', 'bell\u0007'])('fails the source once, and nothing is sent: %j', async (id) => {
    const { source, mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).text(`id: ${id}\ndata: a\n\n`).end();
    await clock.advanceAsync(60_000);
    expect(mock.requests).toHaveLength(1);
    expect(source.getSnapshot()).toMatchObject({ status: 'error', data: 'a', error: { code: 'request' } });
    expect(source.getSnapshot().error?.message).toContain('control character');
    expect(clock.pending).toBe(0);
  });

  it('may contain a tab', async () => {
    const { mock, clock } = openEventSource({ reconnect: { jitter: false } });
    (await mock.nextRequest()).respond(eventStream).text('id: a\tb\ndata: a\n\n').end();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('a\tb');
  });

  it('takes the place of a static header of the user', async () => {
    const { mock, clock } = openEventSource({
      headers: { 'LAST-EVENT-ID': 'first visit' },
      reconnect: { jitter: false },
    });
    const first = await mock.nextRequest();
    expect(first.headers.get('last-event-id')).toBe('first visit');
    first.respond(eventStream).event({ data: 'a', id: '7' }).end();
    await clock.advanceAsync(1000);
    expect((await mock.nextRequest()).headers.get('last-event-id')).toBe('7');
  });
});
