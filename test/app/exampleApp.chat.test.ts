import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

/** A text without its line breaks, which are elements in a page. */
const inOneLine = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** What the page shows of the whole answer to a question. */
const answerInOneLine = (question: string) => inOneLine(answerTo(question));

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 4 });
});

afterAll(() => app.close());

/** Counts the requests that have stopped an answer. */
const stopCount = () =>
  app.server.requests.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/chat/')).length;

async function openChat() {
  const { page, complaints } = await app.open();
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  return {
    page,
    complaints,
    field: chat.getByRole('textbox', { name: 'Your question' }),
    messages: chat.getByRole('region', { name: 'Messages' }),
    button: (name: string) => chat.getByRole('button', { name }),
    status: () => chat.locator('.status-pill').textContent(),
    lastAnswer: async () => inOneLine(await chat.locator('.turn-answer').last().innerText()),
    announcement: () => chat.locator('output').textContent(),
  };
}

test('Send streams the answer, piece by piece, until it is whole', async () => {
  const chat = await openChat();
  const whole = `Answer: ${answerInOneLine('What is a stream?')}`;
  const lengths = new Set<number>();
  await chat.field.fill('What is a stream?');
  await chat.button('Send').click();

  await expect
    .poll(
      async () => {
        const text = await chat.lastAnswer();
        lengths.add(text.length);
        return text;
      },
      { interval: 10, timeout: 10_000 },
    )
    .toBe(whole);
  expect(lengths.size).toBeGreaterThan(5);
  await expect.poll(chat.status).toBe('Status: done');
  await chat.button('Send').waitFor();
  expect(app.requestsTo('/chat').at(-1)).toMatchObject({
    method: 'POST',
    body: '{"messages":[{"role":"user","content":"What is a stream?"}]}',
    state: 'finished',
  });
  await expect.poll(chat.announcement).not.toBe('');
  expect(chat.complaints).toEqual([]);
});

test('Stop stops the answer at the server and keeps what was received', async () => {
  const chat = await openChat();
  const stops = stopCount();
  await chat.button('Count until I stop you').click();
  await expect.poll(chat.lastAnswer).toContain('5, 6,');
  await chat.button('Stop').click();

  await expect.poll(stopCount).toBe(stops + 1);
  await expect.poll(chat.status).toBe('Status: stopped');
  await chat.page.getByText('Stopped. The answer so far is kept.').waitFor();
  const partial = (await chat.lastAnswer()).replace('Answer: ', '');
  expect(partial).toContain('5, 6,');
  expect(answerInOneLine('Count').startsWith(partial)).toBe(true);
  expect(chat.complaints).toEqual([]);
});

test('a conversation works by keyboard alone: Enter sends, Escape stops, and the focus stays', async () => {
  const chat = await openChat();
  await chat.field.focus();
  await chat.page.keyboard.type('Count, please');
  await chat.page.keyboard.press('Shift+Enter');
  await chat.page.keyboard.type('slowly');
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.lastAnswer).toContain('Certainly.');
  await chat.page.keyboard.press('Escape');
  await expect.poll(chat.status).toBe('Status: stopped');

  await chat.page.keyboard.type('What is a stream?');
  await chat.page.keyboard.press('Enter');
  await expect.poll(chat.lastAnswer).toContain('A stream');
  const { messages } = JSON.parse(app.requestsTo('/chat').at(-1)!.body);
  expect(messages).toEqual([
    { role: 'user', content: 'Count, please\nslowly' },
    { role: 'assistant', content: expect.stringContaining('Certainly.') },
    { role: 'user', content: 'What is a stream?' },
  ]);
  await chat.page.keyboard.press('Escape');
});

test('the messages stick to the bottom while they stream, until the reader scrolls up', async () => {
  const chat = await openChat();
  await chat.page.setViewportSize({ width: 375, height: 500 });
  const fromBottom = () =>
    chat.messages.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
  const scrollTop = () => chat.messages.evaluate((element) => element.scrollTop);
  await chat.button('Count until I stop you').click();
  await expect.poll(scrollTop).toBeGreaterThan(40);
  expect(await fromBottom()).toBeLessThan(40);

  await chat.messages.hover();
  await chat.page.mouse.wheel(0, -1000);
  await chat.button('Latest').waitFor();
  await expect.poll(scrollTop).toBe(0);
  const left = await fromBottom();
  await expect.poll(fromBottom).toBeGreaterThan(left + 20);
  expect(await scrollTop()).toBe(0);

  await chat.button('Latest').click();
  await expect.poll(fromBottom).toBeLessThan(2);
});

test('the model shows what it thinks and which tool it calls, and both stay with their answer', async () => {
  const chat = await openChat();
  await chat.button('How is the weather in Lima?').click();
  await chat.page.getByText('Thoughts').click();
  await chat.page.getByText('I have a tool for that.').waitFor();
  await chat.page.getByText('{"place":"Lima","unit":"celsius","days":1}').waitFor();
  await expect.poll(chat.lastAnswer).toBe(`Answer: ${answerTo('How is the weather?')}`);

  await chat.field.fill('What is a stream?');
  await chat.field.press('Enter');
  await expect.poll(chat.status).toBe('Status: done');
  expect(await chat.page.locator('.turn-step').count()).toBe(2);
  expect(await chat.page.getByText('I have a tool for that.').isVisible()).toBe(true);
  expect(JSON.parse(app.requestsTo('/chat').at(-1)!.body).messages).toEqual([
    { role: 'user', content: 'How is the weather in Lima?' },
    { role: 'assistant', content: answerTo('How is the weather?') },
    { role: 'user', content: 'What is a stream?' },
  ]);
  expect(chat.complaints).toEqual([]);
});

test('a new question never shows the answer before it', async () => {
  const chat = await openChat();
  const shown = await chat.page.evaluateHandle(() => {
    const texts: string[] = [];
    // Once a frame, after React has committed: what a reader can see.
    const look = () => {
      const [, second] = document.querySelectorAll('.turn-answer');
      if (second instanceof HTMLElement) texts.push(second.innerText);
      requestAnimationFrame(look);
    };
    look();
    return texts;
  });
  await chat.field.fill('Tell me a story');
  await chat.field.press('Enter');
  await expect.poll(chat.status).toBe('Status: done');
  await chat.field.fill('Count, please');
  await chat.field.press('Enter');
  await expect.poll(chat.lastAnswer).toContain('Certainly.');
  await chat.page.keyboard.press('Escape');

  const texts = await shown.jsonValue();
  expect(
    texts.filter((text) => !answerInOneLine('Count').startsWith(inOneLine(text.replace(/^Answer:\s*/, '')))),
  ).toEqual([]);
});

test.each([
  ['a click', (button: Locator) => button.click()],
  ['a double click', (button: Locator) => button.dblclick()],
  ['Enter', (button: Locator) => button.press('Enter')],
  ['Space', (button: Locator) => button.press('Space')],
  ['Enter held down', holdEnter],
])('Stop by %s sends nothing, even if the next question is written already, and keeps the focus', async (_, use) => {
  const chat = await openChat();
  const before = app.requestsTo('/chat').length;
  const stops = stopCount();
  await chat.field.fill('Count, please');
  await chat.field.press('Enter');
  await expect.poll(chat.lastAnswer).toContain('5, 6,');
  await chat.field.fill('And now a story');
  await use(chat.button('Stop'));

  await expect.poll(stopCount).toBe(stops + 1);
  const button = chat.button('Send');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  // Whatever the press could have sent has arrived before this.
  await chat.page.evaluate((url) => fetch(url), `${app.server.url}/echo`);
  expect(app.requestsTo('/chat')).toHaveLength(before + 1);
  expect(await chat.field.inputValue()).toBe('And now a story');

  await button.click();
  await expect.poll(() => app.requestsTo('/chat').length).toBe(before + 2);
  await chat.page.keyboard.press('Escape');
});

test('an answer keeps its element when it ends, and a selection in it survives', async () => {
  const chat = await openChat();
  await chat.button('Tell me a story').click();
  await expect.poll(chat.lastAnswer).toContain('But on the far shore');
  const answer = (await chat.page.locator('.turn-answer').elementHandle())!;
  await chat.page.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (!texts.currentNode.nodeValue?.includes('lighthouse')) texts.nextNode();
    const start = texts.currentNode.nodeValue.indexOf('lighthouse');
    getSelection()!.setBaseAndExtent(texts.currentNode, start, texts.currentNode, start + 'lighthouse'.length);
  }, answer);
  const selected = () => chat.page.evaluate(() => String(getSelection()));
  expect(await selected()).toBe('lighthouse');
  await expect.poll(chat.status).toBe('Status: done');
  await expect.poll(chat.lastAnswer).toBe(`Answer: ${answerInOneLine('Tell me a story')}`);

  expect(await selected()).toBe('lighthouse');
  expect(await answer.evaluate((element) => element === document.querySelector('.turn-answer'))).toBe(true);

  await chat.field.evaluate((field: HTMLTextAreaElement) => {
    field.value = 'Count, please';
    field.form!.requestSubmit();
  });
  await expect.poll(chat.lastAnswer).toContain('Certainly.');
  expect(inOneLine(await answer.evaluate((element: HTMLElement) => element.innerText))).toBe(
    `Answer: ${answerInOneLine('Tell me a story')}`,
  );
  expect(await answer.evaluate((element) => element === document.querySelector('.turn-answer'))).toBe(true);
  await chat.page.keyboard.press('Escape');
});

/** Holds the Enter key down on a button, which a keyboard then repeats. */
async function holdEnter(button: Locator) {
  const { keyboard } = button.page();
  await button.focus();
  for (let repeat = 0; repeat < 3; repeat += 1) await keyboard.down('Enter');
  await keyboard.up('Enter');
}

test('an answer continues after its connection was dropped, with one POST', async () => {
  const chat = await openChat();
  const posts = app.requestsTo('/chat').length;
  await chat.button('Tell me a story').click();
  for (const words of ['a careless postman', 'in the order they came']) {
    await expect.poll(chat.lastAnswer).toContain(words);
    await chat.button('Drop connection').click();
  }
  await expect.poll(chat.status, { timeout: 15_000 }).toBe('Status: done');
  await expect
    .poll(async () => inOneLine(await chat.lastAnswer()).replaceAll(' ', ''))
    .toBe(`Answer:${answerInOneLine('Tell me a story').replaceAll(' ', '')}`);
  expect(app.requestsTo('/chat')).toHaveLength(posts + 1);
  await chat.button('New chat').click();
  await chat.button('Tell me a story').waitFor();
});
