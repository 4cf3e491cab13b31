import { createManualClock } from 'react-streamed/testing';
import { describe, expect, it, vi } from 'vitest';
import type { DecoderSink } from '../../../src/core/decode/Decoder.ts';
import { createRequestRegistry } from '../../../src/core/request/createRequestRegistry.ts';
import type { RequestMember } from '../../../src/core/request/createSharedRequest.ts';

const key = { name: 'feed', credentials: '' };

/** A member whose request never gets an answer. */
function createMember() {
  const listener = { onConnecting: vi.fn(), onResponse: vi.fn(), onItem: vi.fn(), onRetry: vi.fn(), onEnd: vi.fn() };
  const fetch = vi.fn(() => new Promise<Response>(() => {}));
  const plan = {
    source: () => ({ url: '/feed', fetch }),
    accept: '*/*',
    lastEventId: () => '7',
    judge: () => 'read' as const,
    createDecoder: () => ({ push: () => {}, end: () => {} }),
    isComplete: () => true,
    policy: () => undefined,
  };
  return { fetch, member: { plan, listener } };
}

describe('createRequestRegistry', () => {
  it('finds the request of a name once it has a member, and until the last one has left', () => {
    const clock = createManualClock();
    const registry = createRequestRegistry();
    const request = registry.find(clock, key);
    const { member } = createMember();
    request.join(member);
    expect(registry.find(clock, key)).toBe(request);
    request.leave(member);
    clock.advance(0);
    expect(registry.find(clock, key)).not.toBe(request);
  });

  it('never finds a request without a key', () => {
    const clock = createManualClock();
    const registry = createRequestRegistry();
    const request = registry.find(clock, undefined);
    const { member } = createMember();
    request.join(member);
    expect(registry.find(clock, undefined)).not.toBe(request);
    request.leave(member);
  });

  it('shares nothing with another registry', () => {
    const clock = createManualClock();
    const registry = createRequestRegistry();
    const request = registry.find(clock, key);
    const { member } = createMember();
    request.join(member);
    expect(createRequestRegistry().find(clock, key)).not.toBe(request);
    request.leave(member);
    clock.advance(0);
  });

  it('forgets only the request that has stopped, not another that has its name since', async () => {
    const clock = createManualClock();
    const registry = createRequestRegistry();
    const [first, second] = [registry.find(clock, key), registry.find(clock, key)];
    const [one, other] = [createMember(), createMember()];
    first.join(one.member);
    second.join(other.member);
    expect(registry.find(clock, key)).toBe(second);
    first.leave(one.member);
    clock.advance(0);
    expect(registry.find(clock, key)).toBe(second);
    second.leave(other.member);
    clock.advance(0);
    expect(registry.find(clock, key)).not.toBe(second);
  });

  it('serves members that care neither for the start nor for ids and comments', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const clock = createManualClock();
    const request = createRequestRegistry().find(clock, key);
    const members = [createMember(), createMember()].map(({ member: { plan, listener } }) => ({
      plan: {
        ...plan,
        source: () => ({ url: '/feed', fetch: async () => new Response('text') }),
        createDecoder: (sink: DecoderSink) => ({
          push: () => {
            sink.onLastEventId('8');
            sink.onComment('hi');
            sink.onItem('a', undefined);
          },
          end: () => {},
        }),
      },
      listener: { ...listener, onConnecting: undefined },
    })) as unknown as RequestMember[];
    for (const member of members) request.join(member);
    await clock.advanceAsync(0);
    for (const { listener } of members) {
      expect(listener.onItem).toHaveBeenCalledExactlyOnceWith('a', undefined);
      expect(listener.onEnd).toHaveBeenCalledExactlyOnceWith('end', undefined);
    }
    expect(report).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it('starts no timer when a member leaves others behind', () => {
    const clock = createManualClock();
    const request = createRequestRegistry().find(clock, key);
    const members = [createMember().member, createMember().member];
    for (const member of members) request.join(member);
    const [first, second] = members;
    request.leave(first!);
    expect(clock.pending).toBe(0);
    request.leave(second!);
    expect(clock.pending).toBe(1);
    clock.advance(0);
  });
});
