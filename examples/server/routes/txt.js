const line = Buffer.from('All work and no play makes a slow download a dull thing to see.\n');
/** The bytes that are written at once at most: whole lines, so that each piece starts with one. */
const pieceSize = line.length * 1024;
const piece = Buffer.alloc(pieceSize, line);
/** Milliseconds between two writes. */
const tick = 40;

/**
 * `GET /txt`: plain text with a Content-Length, `?size=` bytes in `?duration=` milliseconds, slow enough to watch.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const txt = {
  methods: ['GET'],
  path: /^\/txt$/,
  example: '/txt?size=512000&duration=8000',
  async answer(exchange) {
    const size = Math.floor(exchange.number('size', 512_000, 1_000_000_000));
    const duration = exchange.number('duration', 8000) / exchange.speed;
    exchange.response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': size });
    exchange.response.flushHeaders();

    const startedAt = performance.now();
    let sent = 0;
    while (sent < size) {
      const share = duration > 0 ? Math.min(1, (performance.now() - startedAt) / duration) : 1;
      const due = Math.floor(size * share);
      while (sent < due) {
        const start = sent % line.length;
        const end = Math.min(pieceSize, start + due - sent);
        await exchange.write(piece.subarray(start, end));
        sent += end - start;
      }
      if (sent < size) await exchange.pause(tick);
    }
    exchange.response.end();
  },
};
