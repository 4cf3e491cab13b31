import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { markdownTokenAt, tokenAt } from './tokens.js';

/** How tokens are written: plain server-sent events, and the UI message stream that `useChat` and `useCompletion` read. */
const wireFormats = {
  '/events': {
    begin: '',
    token: (text) => `data: ${text.replaceAll('\n', '\ndata: ')}\n\n`,
    end: 'data: [DONE]\n\n',
  },
  '/ui-messages': {
    begin: ['start', 'start-step', 'text-start'].map(uiPart).join(''),
    token: (text) => `data: ${JSON.stringify({ type: 'text-delta', id: '1', delta: text })}\n\n`,
    end: `${['text-end', 'finish-step', 'finish'].map(uiPart).join('')}data: [DONE]\n\n`,
  },
};

function uiPart(type) {
  return `data: ${JSON.stringify(type.startsWith('text') ? { type, id: '1' } : { type })}\n\n`;
}

/**
 * Serves the pages, a map from path to `{ type, text }`, and streams of tokens on 127.0.0.1.
 * `/events?tokens=30000` writes each token by itself as fast as the page reads. With `over=3000` it spreads them evenly over
 * so many milliseconds, and with `whole` it sends all in one write. With `first=1000` it sends the first 1,000 at once and
 * spreads only the others. With `markdown` the text is Markdown.
 */
export async function startBenchServer(pages) {
  const live = new Set();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const page = pages.get(pathname);
    const wireFormat = wireFormats[pathname];
    if (page) response.writeHead(200, { 'content-type': page.type }).end(page.text);
    else if (!wireFormat) response.writeHead(404).end();
    else {
      live.add(response);
      response.on('close', () => live.delete(response));
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1' });
      const count = Number(searchParams.get('tokens'));
      const duration = Number(searchParams.get('over'));
      const first = Number(searchParams.get('first'));
      const tokens = encodeTokens(wireFormat, count, searchParams.has('markdown') ? markdownTokenAt : tokenAt);
      if (searchParams.has('whole')) response.end([...tokens].join(''));
      // Rejects when the page aborts the request.
      else pipeline(duration ? spread(tokens, { first, count, duration }) : tokens, response).catch(() => {});
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    liveStreams: () => live.size,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function* encodeTokens({ begin, token, end }, count, tokenAt) {
  if (begin) yield begin;
  for (let index = 0; index < count; index++) yield token(tokenAt(index));
  yield end;
}

/**
 * Lets tokens through when they are due, and the first ones together at once. A timer may be late by a millisecond, and then
 * all due tokens follow together.
 */
async function* spread(tokens, { first, count, duration }) {
  const startedAt = performance.now();
  let index = 0;
  let begun = '';
  for (const token of tokens) {
    index++;
    if (index <= first) {
      begun += token;
      continue;
    }
    if (begun) yield begun;
    begun = '';
    const dueIn = startedAt + (duration * (index - first)) / (count - first) - performance.now();
    if (dueIn > 1) await setTimeout(dueIn);
    yield token;
  }
}
