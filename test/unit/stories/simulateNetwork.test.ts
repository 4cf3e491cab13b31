import fc from 'fast-check';
import { createManualClock, createMockStream, type MockRequest } from 'react-streamed/testing';
import { expect, test } from 'vitest';
import { networks, type NetworkConditions } from '../../../stories/support/lab/network/NetworkConditions.ts';
import { simulateNetwork } from '../../../stories/support/lab/network/simulateNetwork.ts';

const ideal: NetworkConditions = { latency: 0, jitter: 0, bandwidth: Infinity, chunkSize: 4096, dropRate: 0 };

/** A request over a network whose time stands still, and what of its response has arrived when. */
async function openConnection(conditions: Partial<NetworkConditions>, seed = 1) {
  const clock = createManualClock();
  const mock = createMockStream();
  const network = simulateNetwork(mock.fetch, { conditions: { ...ideal, ...conditions }, seed, clock });
  const arrivals: [at: number, size: number][] = [];
  const bytes: number[] = [];
  const abort = new AbortController();
  let end: string | undefined;
  let headAt: number | undefined;

  const read = async () => {
    try {
      const { body } = await network.fetch('/feed', { signal: abort.signal });
      headAt = clock.now();
      for await (const chunk of body!) {
        arrivals.push([clock.now(), chunk.length]);
        bytes.push(...chunk);
      }
      end = 'ended';
    } catch (error) {
      end = String(error);
    }
  };
  void read();
  return {
    clock,
    network,
    abort,
    mock,
    arrivals,
    get text() {
      return new TextDecoder().decode(Uint8Array.from(bytes));
    },
    get end() {
      return end;
    },
    get headAt() {
      return headAt;
    },
    /** Waits until the server has the request. */
    async request(): Promise<MockRequest> {
      await clock.advanceAsync(conditions.latency ?? 0);
      return mock.nextRequest();
    },
  };
}

test('the head and the body take the latency in each direction', async () => {
  const connection = await openConnection({ latency: 300 });

  await connection.clock.advanceAsync(299);
  expect(connection.mock.requests).toHaveLength(0);
  await connection.clock.advanceAsync(1);
  connection.mock.requests[0]!.text('hello').end();
  await connection.clock.advanceAsync(299);
  expect(connection.headAt).toBeUndefined();
  await connection.clock.advanceAsync(1);

  expect(connection).toMatchObject({ headAt: 600, arrivals: [[600, 5]], end: 'ended' });
});

test('jitter delays each chunk by a part of it, and keeps their order', async () => {
  const connection = await openConnection({ jitter: 1000, chunkSize: 2 });
  await connection.clock.advanceAsync(1000);
  const request = await connection.request();
  request.text('abcdefghij').end();
  await connection.clock.advanceAsync(1000);

  const times = connection.arrivals.map(([at]) => at);
  expect(connection.text).toBe('abcdefghij');
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(times).size).toBeGreaterThan(1);
});

test('a bandwidth of 1 kB/s carries a byte in each millisecond', async () => {
  const connection = await openConnection({ bandwidth: 1, chunkSize: 100 });
  const request = await connection.request();
  request.text('x'.repeat(250)).end();
  await connection.clock.advanceAsync(1000);

  expect(connection.arrivals).toEqual([
    [100, 100],
    [200, 100],
    [250, 50],
  ]);
});

test('a new bandwidth applies to the chunk that is being sent', async () => {
  const connection = await openConnection({ bandwidth: 0.1, chunkSize: 100 });
  const request = await connection.request();
  request.text('x'.repeat(100));
  await connection.clock.advanceAsync(500);

  connection.network.update({ ...ideal, bandwidth: 1, chunkSize: 100 });
  await connection.clock.advanceAsync(50);

  expect(connection.arrivals).toEqual([[550, 100]]);
});

test('a new chunk size applies to what is waiting', async () => {
  const connection = await openConnection({ bandwidth: 1, chunkSize: 100 });
  const request = await connection.request();
  request.text('x'.repeat(100));
  await connection.clock.advanceAsync(50);

  connection.network.update({ ...ideal, bandwidth: 1, chunkSize: 25 });
  await connection.clock.advanceAsync(25);

  expect(connection.arrivals).toEqual([
    [50, 25],
    [50, 25],
    [75, 25],
  ]);
});

test('a new latency applies to what is under way', async () => {
  const connection = await openConnection({ latency: 1000 });
  const request = await connection.request();
  request.text('hello');
  await connection.clock.advanceAsync(100);

  connection.network.update(ideal);
  await connection.clock.advanceAsync(0);

  expect(connection.arrivals).toEqual([[1100, 5]]);
});

test('chunks are cut inside of a character', async () => {
  const connection = await openConnection({ chunkSize: 3 });
  const request = await connection.request();
  request.text('né 👍').end();
  await connection.clock.advanceAsync(0);

  expect(connection.arrivals.map(([, size]) => size)).toEqual([3, 3, 2]);
  expect(connection.text).toBe('né 👍');
});

test('with a drop rate of 100 %, the first chunk is lost with its connection', async () => {
  const connection = await openConnection({ dropRate: 100 });
  const request = await connection.request();
  request.text('hello');
  await connection.clock.advanceAsync(0);

  expect(connection).toMatchObject({ arrivals: [], end: 'TypeError: network error' });
  expect(request.state).toBe('aborted');
});

test('a new drop rate applies to what is under way', async () => {
  const connection = await openConnection({ latency: 100 });
  const request = await connection.request();
  request.text('hello');
  await connection.clock.advanceAsync(50);

  connection.network.update({ ...ideal, latency: 100, dropRate: 100 });
  await connection.clock.advanceAsync(50);

  expect(connection.end).toBe('TypeError: network error');
});

test('a cut breaks the connection for both sides at once', async () => {
  const connection = await openConnection({ latency: 100 });
  const request = await connection.request();
  request.text('hello');
  await connection.clock.advanceAsync(150);

  connection.network.cut();
  await connection.clock.advanceAsync(0);

  expect(connection).toMatchObject({ arrivals: [[200, 5]], end: 'TypeError: network error' });
  expect(request.aborted).toBe(true);
});

test('a page that leaves stops the server and leaves no timer behind', async () => {
  const connection = await openConnection({ latency: 100, bandwidth: 1, chunkSize: 10 });
  const request = await connection.request();
  request.text('x'.repeat(100));
  await connection.clock.advanceAsync(50);

  connection.abort.abort();
  await connection.clock.advanceAsync(0);

  expect(request.aborted).toBe(true);
  expect(connection.clock.pending).toBe(0);
});

test('a server that cannot be reached fails the request after the way there and back', async () => {
  const connection = await openConnection({ latency: 100 });
  const request = await connection.request();
  request.fail();
  await connection.clock.advanceAsync(99);
  expect(connection.end).toBeUndefined();
  await connection.clock.advanceAsync(1);

  expect(connection.end).toBe('TypeError: network error');
});

test('the network says how much the server has written ahead of it', async () => {
  const connection = await openConnection({ bandwidth: 1, chunkSize: 10 });
  const request = await connection.request();
  request.text('x'.repeat(100));
  await connection.clock.advanceAsync(40);

  expect(connection.network.waiting).toBe(60);
});

test('the same seed makes the same journey, and another seed another one', async () => {
  const travel = async (seed: number) => {
    const connection = await openConnection(networks.Train, seed);
    await connection.clock.advanceAsync(networks.Train.jitter);
    const request = await connection.request();
    for (let event = 0; event < 20; event += 1) request.event({ id: event, data: 'a caption' });
    await connection.clock.advanceAsync(5000);
    return { arrivals: connection.arrivals, end: connection.end };
  };

  const first = await travel(7);
  expect(await travel(7)).toEqual(first);
  expect(await travel(8)).not.toEqual(first);
});

test('any network without drops delivers every byte in order', async () => {
  const conditions = fc.record({
    latency: fc.nat(2000),
    jitter: fc.nat(1000),
    bandwidth: fc.oneof(fc.constant(Infinity), fc.double({ min: 0.1, max: 100, noNaN: true })),
    chunkSize: fc.integer({ min: 1, max: 4096 }),
    dropRate: fc.constant(0),
  });
  await fc.assert(
    fc.asyncProperty(conditions, fc.string({ unit: 'grapheme', minLength: 1 }), async (given, text) => {
      const connection = await openConnection(given);
      await connection.clock.advanceAsync(given.jitter);
      const request = await connection.request();
      request.text(text).end();
      await connection.clock.advanceAsync(60_000);

      expect(connection).toMatchObject({ text, end: 'ended' });
      expect(Math.max(...connection.arrivals.map(([, size]) => size))).toBeLessThanOrEqual(given.chunkSize);
    }),
    { numRuns: 50 },
  );
});
