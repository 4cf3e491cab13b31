import { afterAll, beforeAll, expect, test } from 'vitest';
import { startExampleApp, type ExampleApp } from '../support/startExampleApp.ts';

let app: ExampleApp;

beforeAll(async () => {
  app = await startExampleApp({ speed: 2 });
});

afterAll(() => app.close());

async function askForMarkdown() {
  const { page, complaints } = await app.open();
  const chat = page.getByRole('region', { name: 'Chat', exact: true });
  await chat.getByRole('button', { name: 'Show me Markdown' }).click();
  return { page, complaints, chat, answer: chat.locator('.turn-answer') };
}

test('shows code, tables, lists, links and images of an answer as elements', async () => {
  const { complaints, chat, answer } = await askForMarkdown();
  await answer.getByText('That was all.').waitFor();
  await expect.poll(() => chat.locator('.status-pill').textContent()).toBe('Status: done');

  expect(await answer.getByRole('heading', { level: 2 }).textContent()).toBe('Markdown, while it arrives');
  expect(await answer.locator('pre .hljs-keyword').first().textContent()).toBe('async');
  expect(await answer.getByRole('row').count()).toBe(3);
  expect(await answer.locator('ol > li').count()).toBe(3);
  expect(await answer.getByRole('link', { name: 'Links' }).getAttribute('href')).toBe('https://commonmark.org/help/');
  const image = answer.getByRole('img', { name: 'Three waves' });
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
  expect(await answer.textContent()).not.toMatch(/~~|\]\(|`|\| ---/);
  expect(complaints).toEqual([]);
});

test('shows an open fence as code from its first line, and never a half marker', async () => {
  const { page, answer } = await askForMarkdown();
  const seen = await page.evaluateHandle(() => {
    const texts: { code: string; rest: string }[] = [];
    const look = () => {
      const shown = document.querySelector('.turn-answer')?.cloneNode(true) as Element | undefined;
      if (shown) {
        const code = shown.querySelector('pre')?.textContent ?? '';
        for (const element of shown.querySelectorAll('code')) element.remove();
        texts.push({ code, rest: shown.textContent });
      }
      requestAnimationFrame(look);
    };
    look();
    return texts;
  });
  await answer.getByText('That was all.').waitFor();
  const frames = await seen.jsonValue();
  expect(frames.filter(({ rest }) => /[*`~|]|\]\(|!\[/.test(rest))).toEqual([]);
  const firstCode = frames.find(({ code }) => code.trim() !== '')!.code;
  expect('// An open fence is code from its first line.\n').toContain(firstCode.trim());
});

test('keeps a selection in a finished block, and what is copied of it, while the answer grows', async () => {
  const { page, answer } = await askForMarkdown();
  await answer.locator('pre').waitFor();
  await answer
    .getByText('is rendered')
    .first()
    .evaluate((paragraph) => getSelection()!.selectAllChildren(paragraph));
  const selected = () => page.evaluate(() => String(getSelection()));
  const copied = () =>
    page.evaluate(() => {
      let text = '';
      const read = () => {
        text = String(getSelection());
      };
      document.addEventListener('copy', read, { once: true });
      document.execCommand('copy');
      return text;
    });
  const text = await selected();
  expect(text).toBe(
    'Each block is rendered once, and only the last one is rendered again. Half a marker, such as **, is never shown.',
  );
  expect(await answer.textContent()).not.toContain('That was all.');

  await answer.getByText('That was all.').waitFor();

  expect(await selected()).toBe(text);
  expect(await copied()).toBe(text);
});
