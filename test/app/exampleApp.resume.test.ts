import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 2 });
});

afterAll(() => app.close());

/** Markdown shows paragraphs, without the white space between them. */
const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

const story = withoutSpace(answerTo('Tell me a story'));
const count = withoutSpace(answerTo('Count'));
const address = () => app.url;

function chatOf(page: Page) {
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  return {
    button: (name: string) => chat.getByRole('button', { name }),
    status: () => chat.locator('.status-pill').textContent(),
    lastAnswer: async () =>
      withoutSpace((await chat.locator('.turn-answer').last().textContent())!).replace('Answer:', ''),
  };
}

/** Watches what each frame of a page shows of the answer, and when the replay arrives. It survives no reload. */
async function watchFrames(page: Page) {
  await page.addInitScript(() => {
    const frames: { at: number; length: number }[] = [];
    const replay: { arrivedAt?: number; length?: number } = {};
    Object.assign(window, { frames, replay });
    const look = () => {
      const text = [...document.querySelectorAll('.turn-answer')].at(-1)?.textContent ?? '';
      frames.push({ at: performance.now(), length: text.replaceAll(/\s+/g, '').replace('Answer:', '').length });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!/\/chat\/[\w-]+$/.test(String(input)) || init?.method === 'DELETE') return response;
      const reader = response.clone().body!.getReader();
      const decoder = new TextDecoder();
      let text = '';
      // What is there at once is the replay; the rest is produced meanwhile.
      const { value } = await reader.read();
      text += decoder.decode(value, { stream: true });
      replay.arrivedAt = performance.now();
      replay.length = [...text.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
        .map(([, json]) => JSON.parse(json!) as string)
        .join('')
        .replaceAll(/\s+/g, '').length;
      void reader.cancel();
      return response;
    };
  });
}

test('a reload in the middle of an answer continues it, with one POST', async () => {
  const { page } = await app.open();
  await watchFrames(page);
  const chat = chatOf(page);
  const posts = app.requestsTo('/chat').length;
  await chat.button('Tell me a story').click();
  await expect.poll(chat.lastAnswer).toContain('intheordertheycame');
  await page.reload();
  await expect.poll(chat.lastAnswer, { timeout: 15_000 }).toBe(story);
  await expect.poll(chat.status).toBe('Status: done');
  expect(app.requestsTo('/chat')).toHaveLength(posts + 1);

  const { frames, replay } = await page.evaluate(() => {
    const { frames, replay } = window as unknown as {
      frames: { at: number; length: number }[];
      replay: { arrivedAt: number; length: number };
    };
    return { frames, replay };
  });
  const shown = frames.find(({ length }) => length >= replay.length)!;
  console.log(
    `the replay of ${replay.length} characters was shown ${Math.round(shown.at - replay.arrivedAt)} ms after it arrived`,
  );
  expect(replay.length).toBeGreaterThan(100);
  const lengths = frames.map(({ length }) => length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));

  await page.reload();
  await expect.poll(chat.lastAnswer).toBe(story);
  expect(app.requestsTo('/chat')).toHaveLength(posts + 1);
});

test('a second tab shows the same answer, and Stop stops it in both', async () => {
  const { page } = await app.open();
  const first = chatOf(page);
  const posts = app.requestsTo('/chat').length;
  await first.button('Count until I stop you').click();
  await expect.poll(first.lastAnswer).toContain('5,6,');
  const tab = await page.context().newPage();
  await tab.goto(address());
  const second = chatOf(tab);
  await expect.poll(second.lastAnswer).toContain('5,6,');
  await second.button('Stop').click();
  await expect.poll(second.status).toBe('Status: stopped');
  await expect.poll(first.status).toBe('Status: done');
  const kept = await first.lastAnswer();
  expect(count.startsWith(kept)).toBe(true);
  expect(kept.length).toBeLessThan(count.length);
  expect(app.requestsTo('/chat')).toHaveLength(posts + 1);
});
