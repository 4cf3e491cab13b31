import { setTimeout as wait } from 'node:timers/promises';

/**
 * The data that the servers stream, which stands for your database, your model and your log. Each source stops once
 * `signal` aborts.
 *
 * @param {object} [options]
 * @param {number} [options.interval] The milliseconds before each piece. Default 500.
 */
export function createSources({ interval = 500 } = {}) {
  return {
    /**
     * The events after the last one that the client has.
     *
     * @param {string | undefined} lastEventId
     * @param {AbortSignal} signal
     */
    async *feed(lastEventId, signal) {
      for (let id = (Number(lastEventId) || 0) + 1; ; id += 1) {
        await wait(interval, undefined, { signal });
        yield { id: String(id), data: JSON.stringify({ number: id }) };
      }
    },

    /**
     * The words of an answer.
     *
     * @param {string} message
     * @param {AbortSignal} signal
     */
    async *answer(message, signal) {
      for (const word of `You said “${message}”. That is all I know.`.split(/(?<= )/)) {
        await wait(interval, undefined, { signal });
        yield word;
      }
    },

    /**
     * The lines of a log.
     *
     * @param {AbortSignal} signal
     */
    async *log(signal) {
      for (const step of ['install', 'lint', 'test', 'build']) {
        await wait(interval, undefined, { signal });
        yield `${step}: passed\n`;
      }
    },
  };
}

/** @typedef {ReturnType<typeof createSources>} Sources */
