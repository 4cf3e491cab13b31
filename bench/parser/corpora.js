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

/** Each corpus: chunks of bytes, of a length that grows with `scale`. */
export const corpora = {
  'tokens, one event a chunk': (scale) => tokenEvents(2000 * scale, word).map((event) => encoder.encode(event)),
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
  'CJK, one event a chunk': (scale) => tokenEvents(2000 * scale, ideograph).map((event) => encoder.encode(event)),
  CRLF: (scale) => cut(tokenEvents(4000 * scale, word, '\r\n').join(''), 16_384),
  'CR only': (scale) => cut(tokenEvents(4000 * scale, word, '\r').join(''), 16_384),
  'one CR in a big chunk': (scale) => whole(`: a comment\r${tokenEvents(8000 * scale, word).join('')}`),
  'a CR at the end of a big chunk': (scale) => whole(`${tokenEvents(8000 * scale, word).join('')}: a comment\r`),
  'short lines': (scale) => cut('data: a\n\n'.repeat(20_000 * scale), 16_384),
  'a 4 MiB line in 1 KiB chunks': (scale) => cut(`data: ${'x'.repeat(4 * 1024 * 1024 * scale)}\n\n`, 1024),
  '50,000 data lines in one event': (scale) => cut(`${'data: a line of the event\n'.repeat(50_000 * scale)}\n`, 16_384),
  'a 1 MiB comment in drips': (scale) => cut(`:${'x'.repeat(1024 * 1024 * scale)}\ndata: a\n\n`, 16),
};
