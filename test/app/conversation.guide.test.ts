import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { findCodeBlocks, readText } from '../docs/markdown.ts';
import { startDevelopmentApp, type DevelopmentApp } from '../support/startDevelopmentApp.ts';

const blocks = new Map(
  findCodeBlocks(readText('docs/guides/conversation.md')).map(({ words, code }) => [
    words.find((word) => word.startsWith('file='))?.replace('file=src/', '/guide/'),
    code,
  ]),
);

/** Serves the blocks of the guide as modules. */
const serveBlocks: Plugin = {
  name: 'blocks-of-the-guide',
  enforce: 'pre',
  resolveId: (source) => {
    const path = source.replace(/^\.\//, '/guide/');
    return blocks.has(path) ? path : undefined;
  },
  load: (id) => blocks.get(id),
};

let app: DevelopmentApp;

beforeAll(async () => {
  const root = fileURLToPath(new URL('fixtures/conversation', import.meta.url));
  app = await startDevelopmentApp({ root, speed: 80, plugins: [serveBlocks] });
});

afterAll(() => app.close());

let earlier = 0;
beforeEach(() => void (earlier = app.requestsTo('/chat').length));

async function openChat() {
  const { page, complaints } = await app.open();
  const item = (index: number) => page.getByRole('listitem').nth(index);
  return {
    page,
    complaints,
    item,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    textOf: (index: number) => item(index).locator('p').first().textContent(),
    countItems: () => page.getByRole('listitem').count(),
    async send(content: string) {
      await page.getByRole('textbox').fill(content);
      await page.getByRole('textbox').press('Enter');
    },
  };
}

/** The requests of this test. */
const requests = () => app.requestsTo('/chat').slice(earlier);

/** The messages that each request brought to the server. */
const received = () =>
  requests().map(({ body }) => (JSON.parse(body).messages as { content: string }[]).map((m) => m.content));

const story = 'Tell me a story';
const stream = 'What is a stream?';

test('is a hook of at most 60 lines', () => {
  expect(blocks.get('/guide/useConversation.ts')!.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

test('the answer keeps its element when it ends, and each question is sent once under StrictMode', async () => {
  const chat = await openChat();
  await chat.send(story);
  await expect.poll(() => chat.textOf(1)).toContain('A lighthouse keeper');
  const element = await chat.item(1).locator('p').first().elementHandle();

  await chat.button('Send').waitFor();
  expect(await chat.textOf(1)).toBe(`assistant: ${answerTo(story)}`);
  expect(await element!.evaluate((node) => node.isConnected)).toBe(true);

  await chat.send(stream);
  await chat.button('Send').waitFor();
  await expect.poll(() => chat.textOf(3)).toBe(`assistant: ${answerTo(stream)}`);
  expect(received()).toEqual([[story], [story, answerTo(story), stream]]);
  expect(chat.complaints).toEqual([]);
});

test('Stop keeps the part that was received, and the next question carries it', async () => {
  const chat = await openChat();
  await chat.send('Count, please');
  await expect.poll(() => chat.textOf(1)).toContain('5, 6,');
  await chat.button('Stop').click();

  await chat.page.getByText('Stopped').waitFor();
  await expect.poll(() => requests()[0]!.state).toBe('aborted');
  const partial = (await chat.textOf(1))!.replace('assistant: ', '');
  await chat.send(stream);
  await expect.poll(() => requests().length).toBe(2);
  expect(received()[1]).toEqual(['Count, please', partial, stream]);
  expect(chat.complaints).toEqual([]);
});

test('an answer is asked for again with the history before it, and what follows it is removed', async () => {
  const chat = await openChat();
  await chat.send(story);
  await chat.button('Send').waitFor();
  await chat.send(stream);
  await chat.button('Send').waitFor();
  await chat.item(1).getByRole('button', { name: 'Again' }).click();

  await expect.poll(() => chat.countItems()).toBe(2);
  await chat.button('Send').waitFor();
  await expect.poll(() => chat.textOf(1)).toBe(`assistant: ${answerTo(story)}`);
  expect(received()).toEqual([[story], [story, answerTo(story), stream], [story]]);
  expect(chat.complaints).toEqual([]);
});

test('a question that is edited keeps its element, and what follows it is removed', async () => {
  const chat = await openChat();
  await chat.send(story);
  await chat.button('Send').waitFor();
  const question = await chat.item(0).locator('p').first().elementHandle();
  await chat.item(0).getByRole('button', { name: 'Edit' }).click();
  await chat.page.getByRole('textbox').fill(stream);
  await chat.button('Save').click();

  await expect.poll(() => chat.textOf(1)).toBe(`assistant: ${answerTo(stream)}`);
  expect(await question!.evaluate((node) => [node.isConnected, node.textContent])).toEqual([true, `user: ${stream}`]);
  expect(received()).toEqual([[story], [stream]]);
  expect(chat.complaints).toEqual([]);
});

test('an answer that fails shows why, and Retry asks once more', async () => {
  const chat = await openChat();
  await chat.page.route('**/chat', (route) => route.fulfill({ status: 503, body: 'busy' }), { times: 1 });
  await chat.send(story);

  await chat.page.getByRole('alert').getByText('answered with status 503').waitFor();
  expect(received()).toEqual([]);
  await chat.button('Retry').click();
  await expect.poll(() => chat.textOf(1)).toBe(`assistant: ${answerTo(story)}`);
  expect(await chat.page.getByRole('alert').count()).toBe(0);
  expect(received()).toEqual([[story]]);
});

test('a question that is edited while an answer streams stops that answer', async () => {
  const chat = await openChat();
  await chat.send('Count, please');
  await expect.poll(() => chat.textOf(1)).toContain('5, 6,');
  await chat.item(0).getByRole('button', { name: 'Edit' }).click();
  await chat.button('Stop').click();
  await chat.page.getByRole('textbox').fill(stream);
  await chat.button('Save').click();

  await expect.poll(() => chat.textOf(1)).toBe(`assistant: ${answerTo(stream)}`);
  expect(requests().map(({ state }) => state)).toEqual(['aborted', 'finished']);
  expect(await chat.countItems()).toBe(2);
  expect(chat.complaints).toEqual([]);
});
