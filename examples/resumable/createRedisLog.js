import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { createEntries } from './createEntries.js';

/** How many entries of one answer Redis keeps. */
const maxEntries = 100_000;

/** How long one XREAD waits, in milliseconds. An answer that somebody starts to follow waits as long at most. */
const blockTime = 50;

/** @typedef {{ id: string, message: Record<string, string> }} Message */

const activeKey = 'answers:active';
/** @param {string} id */
const streamKey = (id) => `answer:${id}`;
/** @param {string} id */
const leaseKey = (id) => `answer:${id}:lease`;

/** Appends to an answer that has not ended. A script runs whole, so nothing can follow an end. */
const appendScript = `
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 0 then return nil end
return redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[2], '*', 'data', ARGV[3])`;

/** Ends an answer once, whoever comes first: its producer, a reader that stops it, or the reaper. */
const endScript = `
if redis.call('SREM', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('XADD', KEYS[2], '*', 'end', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
redis.call('DEL', KEYS[3])
return 1`;

/** Ends an answer whose producer has not renewed its lease. */
const reapScript = `
if redis.call('EXISTS', KEYS[3]) == 1 then return 0 end
${endScript.trim()}`;

/**
 * Creates a log in Redis Streams, which any number of processes share. A producer holds a lease on its answer; if the
 * process dies, the reaper of another one ends the answer.
 *
 * @param {{ url: string, lease: number, timeToLive: number }} options durations in milliseconds
 * @returns {Promise<import('./createMemoryLog.js').AnswerLog>}
 */
export async function createRedisLog({ url, lease, timeToLive }) {
  const client = createClient({ url });
  const blocking = client.duplicate();
  for (const each of [client, blocking]) each.on('error', (error) => console.error(String(error)));
  await Promise.all([client.connect(), blocking.connect()]);

  /** The answers that this process produces. @type {Set<string>} */
  const own = new Set();
  /** The answers that readers of this process follow. @type {Map<string, { entries: import('./createEntries.js').Entries, readers: number, loaded: Promise<void> }>} */
  const followed = new Map();
  const closing = new AbortController();

  /** @param {string} script @param {string} id @param {readonly string[]} values */
  const run = (script, id, ...values) =>
    client.eval(script, { keys: [activeKey, streamKey(id), leaseKey(id)], arguments: [id, ...values] });

  /** @param {string} id */
  const holdLease = (id) => client.set(leaseKey(id), '1', { PX: lease });

  const renewer = setInterval(() => {
    for (const id of own) holdLease(id).catch(() => {});
  }, lease / 3);
  const reaper = setInterval(
    async () => {
      try {
        for (const id of await client.sMembers(activeKey)) await run(reapScript, id, 'error', `${timeToLive}`);
      } catch {
        // Redis is away. The next round will show.
      }
    },
    Math.min(lease / 2, 500),
  );

  /** Hands what is added to the followed answers to their readers: one XREAD for all of them. */
  const tail = async () => {
    while (!closing.signal.aborted) {
      const open = [...followed].filter(([, { entries }]) => entries.latestId && !entries.isEnded);
      if (open.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, blockTime));
        continue;
      }
      const streams = open.map(([id, { entries }]) => ({ key: streamKey(id), id: entries.latestId }));
      try {
        const answer = await blocking.xRead(streams, { BLOCK: blockTime });
        for (const { name, messages } of /** @type {{ name: string, messages: Message[] }[]} */ (answer ?? [])) {
          // Not to those that a reader has begun to follow meanwhile: they are being loaded.
          const entries = open.find(([id]) => streamKey(id) === name)?.[1].entries;
          if (entries) for (const message of messages) pushMessage(entries, message);
        }
      } catch (error) {
        if (closing.signal.aborted) return;
        console.error(String(error));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const tailing = tail();

  return {
    async open() {
      const id = randomUUID();
      await holdLease(id);
      await client.sAdd(activeKey, id);
      own.add(id);
      // A reader may come before the first token.
      await run(appendScript, id, `${maxEntries}`, '');
      return id;
    },
    async append(id, data) {
      const added = await run(appendScript, id, `${maxEntries}`, data);
      if (!added) own.delete(id);
      return Boolean(added);
    },
    async end(id, end) {
      own.delete(id);
      return (await run(endScript, id, end, `${timeToLive}`)) === 1;
    },
    async follow(id) {
      const known = followed.get(id);
      if (known) {
        known.readers += 1;
        await known.loaded;
        return known.entries.latestId ? known.entries : undefined;
      }
      const entries = createEntries();
      const load = async () => {
        const messages = /** @type {Message[]} */ (await client.xRange(streamKey(id), '-', '+'));
        for (const message of messages) pushMessage(entries, message);
      };
      const loaded = load();
      followed.set(id, { entries, readers: 1, loaded });
      await loaded;
      if (entries.latestId) return entries;
      followed.delete(id);
      return undefined;
    },
    unfollow(id) {
      const known = followed.get(id);
      if (!known) return;
      known.readers -= 1;
      if (known.readers === 0) followed.delete(id);
    },
    async close() {
      closing.abort();
      clearInterval(renewer);
      clearInterval(reaper);
      await tailing;
      client.destroy();
      blocking.destroy();
    },
  };
}

/** @param {import('./createEntries.js').Entries} entries @param {Message} entry */
function pushMessage(entries, { id, message }) {
  const { data, end } = message;
  entries.push(/** @type {import('./createEntries.js').Entry} */ ({ id, data, end }));
}
