const encoder = new TextEncoder();

/** About the shape and length of what a chat completion sends for one token. */
function tokenEvents(count, token, lineEnd = '\n') {
  return Array.from({ length: count }, (_, i) => {
    const data = JSON.stringify({ id: 'chatcmpl-9fQ', index: i, choices: [{ delta: { content: token(i) } }] });
    return `data: ${data}${lineEnd}${lineEnd}`;
  });
}

const words = ['stream', 'ing', ' the', ' answer', ' to', ' a', ' question', ',', ' token', ' by', ' token', '.'];
const word = (i) => words[i % words.length];
const ideograph = (i) => '流式响应的每一个字'.slice(i % 6, (i % 6) + 3);

/** Cuts the text's bytes every `size` bytes, in the middle of characters too. */
function cut(text, size) {
  const bytes = encoder.encode(text);
  const chunks = [];
  for (let i = 0; i < bytes.length; i += size) chunks.push(bytes.subarray(i, i + size));
  return chunks;
}

const whole = (text) => [encoder.encode(text)];
const oneEach = (events) => events.map((event) => encoder.encode(event));

/** Corpora of one shape of event or one length of chunk. */
const friendlyCorpora = {
  'tokens, one event a chunk': (scale) => oneEach(tokenEvents(2000 * scale, word)),
  'tokens, 16 KiB chunks': (scale) => cut(tokenEvents(4000 * scale, word).join(''), 16_384),
  'tokens, one chunk': (scale) => whole(tokenEvents(4000 * scale, word).join('')),
  'tokens, 64-byte chunks': (scale) => cut(tokenEvents(2000 * scale, word).join(''), 64),
  'tokens, 1-byte chunks': (scale) => cut(tokenEvents(200 * scale, word).join(''), 1),
  'event and data': (scale) =>
    cut(
      tokenEvents(4000 * scale, word)
        .map((event) => `event: content_block_delta\n${event}`)
        .join(''),
      16_384,
    ),
  'id, event and data': (scale) =>
    cut(
      tokenEvents(4000 * scale, word)
        .map((event, i) => `id: ${i}\nevent: update\n${event}`)
        .join(''),
      16_384,
    ),
  CJK: (scale) => cut(tokenEvents(4000 * scale, ideograph).join(''), 16_384),
  'CJK, one event a chunk': (scale) => oneEach(tokenEvents(2000 * scale, ideograph)),
  CRLF: (scale) => cut(tokenEvents(4000 * scale, word, '\r\n').join(''), 16_384),
  'CR only': (scale) => cut(tokenEvents(4000 * scale, word, '\r').join(''), 16_384),
  'one CR in a big chunk': (scale) => whole(`: a comment\r${tokenEvents(8000 * scale, word).join('')}`),
  'a CR at the end of a big chunk': (scale) => whole(`${tokenEvents(8000 * scale, word).join('')}: a comment\r`),
  'short lines': (scale) => cut('data: a\n\n'.repeat(20_000 * scale), 16_384),
  'a 4 MiB line in 1 KiB chunks': (scale) => cut(`data: ${'x'.repeat(4 * 1024 * 1024 * scale)}\n\n`, 1024),
  '50,000 data lines in one event': (scale) => cut(`${'data: a line of the event\n'.repeat(50_000 * scale)}\n`, 16_384),
  'a 1 MiB comment in drips': (scale) => cut(`:${'x'.repeat(1024 * 1024 * scale)}\ndata: a\n\n`, 16),
};

/** The blocks of real servers: what each sends for the token with the number `i`. */
const blocks = {
  // OpenAI and everything compatible with it.
  'long, data': (event) => event,
  // Anthropic.
  'long, event and data': (event) => `event: content_block_delta\n${event}`,
  // LangGraph and live feeds.
  'long, id, event and data': (event, i) => `id: ${1_700_000_000_000 + i}-0\nevent: messages/partial\n${event}`,
  // MCP.
  'long, event, id and data': (event, i) => `event: message\nid: 7f3c_${i}\n${event}`,
  // OpenRouter.
  'long, comment and data': (event) => `: OPENROUTER PROCESSING\n\n${event}`,
  // Live feeds that repeat their reconnection time.
  'long, retry, id and data': (event, i) => `retry: 3000\nid: ${i}\n${event}`,
  'long, two data lines': (event, i) => `data: {"index": ${i},\n${event}`,
};

/** How the bytes of the blocks are cut. */
const cuts = {
  'one event a chunk': oneEach,
  '16 KiB': (events) => cut(events.join(''), 16_384),
  '64 bytes': (events) => cut(events.join(''), 64),
};

/** Long corpora of every block in every cut. */
const longCorpora = Object.fromEntries(
  Object.entries(blocks).flatMap(([block, write]) =>
    Object.entries(cuts).map(([name, cutEvents]) => [
      `${block}, ${name}`,
      (scale) => cutEvents(tokenEvents(30_000 * scale, word).map(write)),
    ]),
  ),
);

/** Each corpus: chunks of bytes, of a length that grows with `scale`. */
export const corpora = { ...friendlyCorpora, ...longCorpora };
