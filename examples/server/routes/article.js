import { formatEvent, openEventStream } from '../eventStream.js';
import { song } from '../song.js';

/**
 * `GET /article`: a song, one character an event, `?interval=` milliseconds apart. Then comes the event `end`, and
 * then lines that do not form an event, which some real servers send. The connection stays open until the client leaves.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const article = {
  methods: ['GET'],
  path: /^\/article$/,
  example: '/article?interval=80',
  async answer(exchange) {
    const interval = exchange.number('interval', 80);
    openEventStream(exchange);
    for (const character of song) {
      await exchange.write(formatEvent({ data: character }));
      await exchange.pause(interval);
    }
    await exchange.write(formatEvent({ type: 'end', data: 'end' }));
    await exchange.write('The song is over\n\nend\n\n: nothing more comes\n\n');
  },
};
