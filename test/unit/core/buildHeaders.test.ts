import { describe, expect, it } from 'vitest';
import { buildHeaders } from '../../../src/core/request/buildHeaders.ts';

const additions = { accept: 'text/event-stream', lastEventId: '', isJsonBody: false };
const withId = (lastEventId: string) => ({ ...additions, lastEventId });

describe('buildHeaders', () => {
  it('adds nothing but the accept header to no headers', () => {
    expect(buildHeaders(undefined, additions)).toEqual({ Accept: 'text/event-stream' });
  });

  it.each(['Last-Event-ID', 'last-event-id', 'LAST-EVENT-ID', 'lAsT-eVeNt-Id'])(
    'replaces the header %s of the user, and leaves the others alone',
    (name) => {
      expect(buildHeaders({ 'X-App': '1', [name]: 'first visit', accept: '*/*' }, withId('7'))).toEqual({
        'X-App': '1',
        accept: '*/*',
        'Last-Event-ID': '7',
      });
    },
  );

  it('replaces each spelling of the header that the user has given', () => {
    const given = { 'Last-Event-ID': 'first visit', 'last-event-id': 'second visit', accept: '*/*' };
    expect(buildHeaders(given, withId('7'))).toEqual({ accept: '*/*', 'Last-Event-ID': '7' });
  });

  it('leaves the header of the user alone while there is no last event ID', () => {
    expect(buildHeaders({ 'last-event-id': 'first visit', accept: '*/*' }, additions)).toEqual({
      'last-event-id': 'first visit',
      accept: '*/*',
    });
  });

  it('leaves the object of the user as it was', () => {
    const given = { 'last-event-id': 'first visit' };
    buildHeaders(given, withId('7'));
    expect(given).toEqual({ 'last-event-id': 'first visit' });
  });

  const controlCharacters = Array.from({ length: 0x20 }, (_, code) => code).filter((code) => code !== 0x09);

  it.each([...controlCharacters, 0x7f])('refuses a last event ID with the control character %i', (code) => {
    expect(() => buildHeaders(undefined, withId(`a${String.fromCodePoint(code)}b`))).toThrow(
      new TypeError('the last event ID contains a control character'),
    );
  });

  it.each(['a\tb', 'a b', 'a~b', '!'])('sends the last event ID %j as it is', (id) => {
    expect(buildHeaders(undefined, withId(id))['Last-Event-ID']).toBe(id);
  });
});
