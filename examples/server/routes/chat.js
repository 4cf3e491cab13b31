import { answerTo } from '../answerTo.js';
import { formatEvent, openEventStream } from '../eventStream.js';

/**
 * `POST /chat` with `{ messages: [{ role, content }] }`: an answer in the chunks of a chat completion, ended by
 * `[DONE]`. `?interval=` sets the milliseconds between two tokens. With `?raw=1` the same answer comes as bare
 * characters: the content type says event stream, but there is no data field, as many tutorials do it.
 *
 * @type {import('../createExampleServer.js').Route}
 */
export const chat = {
  methods: ['POST'],
  path: /^\/chat$/,
  example: '/chat?interval=40',
  async answer(exchange) {
    const question = questionOf(exchange.body);
    if (question === undefined) {
      return exchange.json(400, {
        error: { message: 'Send JSON: { "messages": [{ "role": "user", "content": "…" }] }' },
      });
    }
    const answer = answerTo(question);
    openEventStream(exchange);
    if (exchange.query.get('raw') === '1') await writeCharacters(exchange, answer);
    else await writeChunks(exchange, answer);
    exchange.response.end();
  },
};

/** @param {import('../createExchange.js').Exchange} exchange @param {string} answer */
async function writeCharacters(exchange, answer) {
  const interval = exchange.number('interval', 10);
  for (const character of answer) {
    await exchange.write(character);
    await exchange.pause(interval);
  }
}

/** @param {import('../createExchange.js').Exchange} exchange @param {string} answer */
async function writeChunks(exchange, answer) {
  const interval = exchange.number('interval', 40);
  await exchange.write(chunk({ role: 'assistant', content: '' }));
  // A model thinks before its first word.
  await exchange.pause(interval * 10);
  for (const token of answer.match(/\s*\S+/g) ?? []) {
    await exchange.write(chunk({ content: token }));
    await exchange.pause(interval);
  }
  await exchange.write(chunk({}, 'stop'));
  await exchange.write(formatEvent({ data: '[DONE]' }));
}

/** @param {{ role?: string, content?: string }} delta @param {string | null} finishReason */
function chunk(delta, finishReason = null) {
  const choice = { index: 0, delta, finish_reason: finishReason };
  return formatEvent({ data: JSON.stringify({ object: 'chat.completion.chunk', choices: [choice] }) });
}

/**
 * Finds the last user message.
 *
 * @param {string} body
 * @returns {string | undefined} undefined if the body is not a JSON object.
 */
function questionOf(body) {
  try {
    const parsed = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const messages = Array.isArray(parsed.messages) ? parsed.messages : [];
    const question = messages.at(-1)?.content ?? parsed.message ?? parsed.prompt;
    return typeof question === 'string' ? question : '';
  } catch {
    return undefined;
  }
}
