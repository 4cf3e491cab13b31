import { describe, expect, it, vi } from 'vitest';
import { isSameStream, requestIdentity } from '../../../src/core/request/isSameStream.ts';

describe('requestIdentity', () => {
  it('tells requests apart by url, method and body', () => {
    const sources = [
      { url: '/a' },
      { url: '/b' },
      { url: '/a', method: 'PUT' },
      { url: '/a', body: 'x' },
      { url: '/a', body: { x: 1 } },
      { url: '/a', body: new URLSearchParams({ x: '1' }) },
    ];
    expect(new Set(sources.map(requestIdentity)).size).toBe(sources.length);
    expect(requestIdentity({ url: new URL('http://localhost/a') })).toBe(
      requestIdentity({ url: 'http://localhost/a' }),
    );
  });

  it.each([null, undefined, ''])('is the same for any url that turns the stream off: %j', (url) => {
    expect(requestIdentity({ url })).toBe(requestIdentity({ url: null }));
  });

  it('does not look into bytes, functions and forms', () => {
    const bodies = [new Uint8Array(10_000), () => 'x', new FormData(), new Blob(['x'])];
    for (const body of bodies) expect(requestIdentity({ url: '/a', body })).toBe('["/a","POST",null]');
  });

  it('reports nothing of a body that cannot be serialised', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    expect(requestIdentity({ url: '/a', body: createCircle() })).toBe('["/a","POST",null]');
    expect(reportError).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

function createCircle() {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  return circle;
}

describe('isSameStream', () => {
  it.each<[string, object, object, boolean]>([
    ['equal bodies', { body: { a: [1, { b: 2 }] } }, { body: { a: [1, { b: 2 }] } }, true],
    ['another value deep inside', { body: { a: [1, { b: 2 }] } }, { body: { a: [1, { b: 3 }] } }, false],
    ['arrays of other lengths', { body: [1] }, { body: [1, 2] }, false],
    ['a body with one more property', { body: { a: 1 } }, { body: { a: 1, b: 2 } }, false],
    ['a body with one property less', { body: { a: 1, b: 2 } }, { body: { a: 1 } }, false],
    ['an empty object and a form', { body: {} }, { body: new FormData() }, false],
    ['a form and an empty object', { body: new FormData() }, { body: {} }, false],
    ['an empty object and a number deep inside', { body: { a: {} } }, { body: { a: 5 } }, false],
    ['objects that name a length', { body: { length: {} } }, { body: { length: {} } }, true],
    ['an array and an object with its length', { body: [] }, { body: { length: 0 } }, false],
    ['an object with a length and an array', { body: { length: 0 } }, { body: [] }, false],
    ['circular bodies, which no request can carry', { body: createCircle() }, { body: createCircle() }, true],
    ['equal bodies whose properties are in another order', { body: { a: 1, b: 2 } }, { body: { b: 2, a: 1 } }, true],
    ['bodies that JSON does not tell apart', { body: { a: undefined } }, { body: {} }, true],
    ['two functions', { body: () => 'x' }, { body: () => 'y' }, true],
    ['two forms', { body: new FormData() }, { body: new FormData() }, true],
    ['no url and an empty one', { url: undefined }, { url: '' }, true],
    ['an empty url and none', { url: '' }, { url: null }, true],
    ['an array and an object', { body: { a: [] } }, { body: { a: {} } }, false],
    ['an object and an array', { body: { a: {} } }, { body: { a: [] } }, false],
    ['a key that is null, and other URLs', { key: null, url: '/a' }, { key: null, url: '/b' }, false],
    ['a key and the text of it', { key: 0, url: '/a' }, { key: '0', url: '/b' }, true],
    ['one key and no other', { key: 1 }, {}, false],
    ['one key and other URLs', { key: 1, url: '/a' }, { key: 1, url: '/b' }, true],
    ['another key', { key: 1 }, { key: 2 }, false],
    ['another method', { method: 'PUT' }, { method: 'POST' }, false],
  ])('compares %s', (_, one, other, isSame) => {
    expect(isSameStream({ url: '/a', ...one }, { url: '/a', ...other })).toBe(isSame);
  });
});
