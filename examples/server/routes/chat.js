import { setTimeout as wait } from 'node:timers/promises';
import { answerTo, thinkAbout } from '../answerTo.js';
import { formatEvent, openEventStream } from '../eventStream.js';

/**
 * `POST /chat` with `{ messages: [{ role, content }] }`: an answer in the chunks of a chat completion, ended by
 * `[DONE]`. Some questions make the model think and call a tool first. `?interval=` sets the milliseconds between two tokens. The answer is written to a log and outlives its
 * connection: `X-Answer-Id` names it. With `?raw=1` the same answer comes as bare characters: the content type says event
 * stream, but the body has no data fields, as in many tutorials.
 *
 * @param {import('../../resumable/createMemoryLog.js').AnswerLog} log
 * @returns {import('../createExampleServer.js').Route}
 */
export function createChat(log) {
  return {
    methods: ['POST'],
    path: /^\/chat$/,
    example: '/chat?interval=40',
    answer: (exchange) => answerQuestion(log, exchange),
  };
}

/**
 * `GET /chat/<id>` continues an answer after `Last-Event-ID`, and `DELETE /chat/<id>` stops it for all its readers.
 *
 * @param {import('../../resumable/createMemoryLog.js').AnswerLog} log
 * @returns {import('../createExampleServer.js').Route}
 */
export function createChatAnswers(log) {
  return {
    methods: ['GET', 'DELETE'],
    path: /^\/chat\/[\w-]+$/,
    example: '/chat/<id>',
    async answer(exchange) {
      const id = exchange.path.slice('/chat/'.length);
      if (exchange.method === 'GET') await sendAnswer(log, exchange, id);
      else await stopAnswer(log, exchange, id);
    },
  };
}

/** @param {import('../../resumable/createMemoryLog.js').AnswerLog} log @param {import('../createExchange.js').Exchange} exchange */
async function answerQuestion(log, exchange) {
  const question = questionOf(exchange.body);
  if (question === undefined) {
    return exchange.json(400, {
      error: { message: 'Send JSON: { "messages": [{ "role": "user", "content": "…" }] }' },
    });
  }
  const answer = answerTo(question);
  if (exchange.query.get('raw') === '1') {
    openEventStream(exchange);
    await writeCharacters(exchange, answer);
    exchange.response.end();
    return;
  }
  const id = await log.open();
  const interval = exchange.number('interval', 40) / exchange.speed;
  // Nobody waits for it: the answer is produced even if its reader leaves.
  produce(log, { id, question, interval }).catch((error) => console.error(error));
  await sendAnswer(log, exchange, id);
}

/** @param {number} delay in milliseconds. It does not keep the process alive. */
const pause = (delay) => wait(delay, undefined, { ref: false });

/** @param {import('../../resumable/createMemoryLog.js').AnswerLog} log @param {{ id: string, question: string, interval: number }} job */
async function produce(log, { id, question, interval }) {
  await log.append(id, chunk({ role: 'assistant', content: '' }));
  // A model thinks before its first word.
  await pause(interval * 10);
  for (const delta of deltasOf(question)) {
    // A reader has stopped it, or it has been given up.
    if (!(await log.append(id, chunk(delta)))) return;
    await pause(interval);
  }
  await log.append(id, chunk({}, 'stop'));
  await log.end(id, 'done');
}

/** @param {import('../../resumable/createMemoryLog.js').AnswerLog} log @param {import('../createExchange.js').Exchange} exchange @param {string} id */
async function stopAnswer(log, exchange, id) {
  await log.end(id, 'stopped');
  exchange.response.writeHead(204).end();
}

/**
 * Sends what follows the client's last event ID, and then each entry as it is written.
 *
 * @param {import('../../resumable/createMemoryLog.js').AnswerLog} log
 * @param {import('../createExchange.js').Exchange} exchange
 * @param {string} id
 */
async function sendAnswer(log, exchange, id) {
  const after = String(exchange.request.headers['last-event-id'] ?? '');
  const entries = await log.follow(id);
  if (!entries) return exchange.json(404, { error: 'No such answer, or it was deleted long after its end.' });
  try {
    if (after && entries.isReadUp(after)) {
      exchange.response.writeHead(204).end();
      return;
    }
    exchange.response.setHeader('X-Answer-Id', id);
    openEventStream(exchange);
    for await (const entry of entries.read(after, exchange.signal)) {
      for (const data of dataOf(entry)) await exchange.write(formatEvent({ id: entry.id, data }));
    }
    exchange.signal.throwIfAborted();
    exchange.response.end();
  } finally {
    log.unfollow(id);
  }
}

/** @param {import('../../resumable/createEntries.js').Entry} entry @returns {readonly string[]} */
function dataOf({ data, end }) {
  if (end === 'done') return ['[DONE]'];
  if (end === 'stopped') return [chunk({}, 'stop'), '[DONE]'];
  if (end === 'error') return [JSON.stringify({ error: { message: 'The process that wrote this answer has died.' } })];
  return data ? [data] : [];
}

/** @param {import('../createExchange.js').Exchange} exchange @param {string} answer */
async function writeCharacters(exchange, answer) {
  const interval = exchange.number('interval', 10);
  for (const character of answer) {
    await exchange.write(character);
    await exchange.pause(interval);
  }
}

/** @typedef {{ role?: string, content?: string, reasoning_content?: string, tool_calls?: object[] }} Delta */

/**
 * Writes what a model adds token by token: its reasoning, a tool call, and the text.
 *
 * @param {string} question
 * @returns {Delta[]}
 */
function deltasOf(question) {
  const { reasoning = '', tool } = thinkAbout(question);
  return [
    ...tokensOf(reasoning).map((token) => ({ reasoning_content: token })),
    ...(tool ? callOf(tool) : []),
    ...tokensOf(answerTo(question)).map((token) => ({ content: token })),
  ];
}

/** @param {string} text */
function tokensOf(text) {
  return text.match(/\s*\S+/g) ?? [];
}

/**
 * Writes a tool call as OpenAI does: its name first, then pieces of its input.
 *
 * @param {{ name: string, input: object }} tool
 * @returns {Delta[]}
 */
function callOf({ name, input }) {
  const pieces = JSON.stringify(input).match(/.{1,6}/g) ?? [];
  return [
    { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name, arguments: '' } }] },
    ...pieces.map((piece) => ({ tool_calls: [{ index: 0, function: { arguments: piece } }] })),
  ];
}

/** @param {Delta} delta @param {string | null} finishReason */
function chunk(delta, finishReason = null) {
  const choice = { index: 0, delta, finish_reason: finishReason };
  return JSON.stringify({ object: 'chat.completion.chunk', choices: [choice] });
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
