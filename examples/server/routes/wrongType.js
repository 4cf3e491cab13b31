/**
 * `/wrong-type`: a page where a stream was asked for, as a dev server answers a path that it does not know.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const wrongType = {
  methods: ['GET', 'POST'],
  path: /^\/wrong-type$/,
  example: '/wrong-type',
  answer({ response }) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Not a stream</title><p>This is a page, not a stream.');
  },
};
