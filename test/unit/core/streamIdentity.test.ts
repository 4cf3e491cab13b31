import { describe, expect, it, vi } from 'vitest';
import { isSameSource, streamIdentity } from '../../../src/core/request/streamIdentity.ts';

describe('streamIdentity', () => {
  it('tells requests apart by url, method and body', () => {
    const sources = [
      { url: '/a' },
      { url: '/b' },
      { url: '/a', method: 'PUT' },
      { url: '/a', body: 'x' },
      { url: '/a', body: { x: 1 } },
      { url: '/a', body: new URLSearchParams({ x: '1' }) },
    ];
    expect(new Set(sources.map(streamIdentity)).size).toBe(sources.length);
    expect(streamIdentity({ url: new URL('http://localhost/a') })).toBe(streamIdentity({ url: 'http://localhost/a' }));
  });

  it('is that of the key, if one is given', () => {
    expect(streamIdentity({ url: '/a', key: 0 })).toBe(streamIdentity({ url: '/b', key: '0' }));
  });

  it.each([null, undefined, ''])('is the same for any url that turns the stream off: %j', (url) => {
    expect(streamIdentity({ url })).toBe(streamIdentity({ url: null }));
  });

  it('does not look into bytes, functions and forms', () => {
    const bodies = [new Uint8Array(10_000), () => 'x', new FormData(), new Blob(['x'])];
    for (const body of bodies) expect(streamIdentity({ url: '/a', body })).toBe('["/a","POST",null]');
  });

  it('reports nothing of a body that cannot be serialised', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const body: { self?: unknown } = {};
    body.self = body;
    expect(streamIdentity({ url: '/a', body })).toBe('["/a","POST",null]');
    expect(reportError).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

function createCircle() {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  return circle;
}

describe('isSameSource', () => {
  it.each<[string, object, object, boolean]>([
    ['equal bodies', { body: { a: [1, { b: 2 }] } }, { body: { a: [1, { b: 2 }] } }, true],
    ['another value deep inside', { body: { a: [1, { b: 2 }] } }, { body: { a: [1, { b: 3 }] } }, false],
    ['a longer array of holes', { body: Object.assign([], { length: 2 }) }, { body: [] }, false],
    ['arrays of other lengths', { body: [1] }, { body: [1, 2] }, false],
    ['a body with one more property', { body: { a: 1 } }, { body: { a: 1, b: 2 } }, false],
    ['a body with one property less', { body: { a: 1, b: undefined } }, { body: { a: 1 } }, false],
    ['an empty object and a form', { body: {} }, { body: new FormData() }, false],
    ['a form and an empty object', { body: new FormData() }, { body: {} }, false],
    ['an empty object and a number deep inside', { body: { a: {} } }, { body: { a: 5 } }, false],
    ['objects that name a length', { body: { length: {} } }, { body: { length: {} } }, true],
    ['an array and an object with its length', { body: [] }, { body: { length: 0 } }, false],
    ['an object with a length and an array', { body: { length: 0 } }, { body: [] }, false],
    ['circular bodies', { body: createCircle() }, { body: createCircle() }, false],
    ['no url and an empty one', { url: undefined }, { url: '' }, true],
    ['an empty url and none', { url: '' }, { url: null }, true],
    ['an array and an object', { body: { a: [] } }, { body: { a: {} } }, false],
    ['an object and an array', { body: { a: {} } }, { body: { a: [] } }, false],
    ['a key that is null, and other URLs', { key: null, url: '/a' }, { key: null, url: '/b' }, false],
    ['one key and other URLs', { key: 1, url: '/a' }, { key: 1, url: '/b' }, true],
    ['another key', { key: 1 }, { key: 2 }, false],
    ['another method', { method: 'PUT' }, { method: 'POST' }, false],
  ])('compares %s', (_, one, other, isSame) => {
    expect(isSameSource({ url: '/a', ...one }, { url: '/a', ...other })).toBe(isSame);
  });
});
