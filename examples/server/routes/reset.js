import { formatEvent, openEventStream } from '../eventStream.js';

/**
 * `/reset`: three events, then a connection reset in the middle of the fourth. `?interval=` sets the milliseconds
 * between two of them.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const reset = {
  methods: ['GET', 'POST'],
  path: /^\/reset$/,
  example: '/reset',
  async answer(exchange) {
    const interval = exchange.number('interval', 100);
    openEventStream(exchange);
    for (const number of [1, 2, 3]) {
      await exchange.write(formatEvent({ id: number, data: `whole ${number}` }));
      await exchange.pause(interval);
    }
    await exchange.write('id: 4\ndata: torn');
    // A reset throws away what the client has not read yet, so it gets the time to read.
    await exchange.pause(Math.max(interval, 100 * exchange.speed));
    exchange.reset();
  },
};
