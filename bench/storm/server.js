// A server of one feed, in its own process so that it can be killed: node server.js <port> <reconnection time>
// It keeps the time of each request. The message `times` asks for them, and `end` ends all responses.
import { createServer } from 'node:http';

const reconnectionTime = Number(process.argv[3]);
const times = [];
const responses = new Set();

const server = createServer((_request, response) => {
  times.push(Date.now());
  responses.add(response);
  response.on('close', () => responses.delete(response));
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write(`retry: ${reconnectionTime}\n\ndata: hello\n\n`);
});

process.on('message', (message) => {
  if (message === 'times') process.send(times);
  if (message === 'end') {
    for (const response of responses) response.end();
  }
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () =>
  process.send(server.address().port),
);
