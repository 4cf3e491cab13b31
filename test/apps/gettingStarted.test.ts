import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findCodeBlocks, readText } from '../docs/markdown.ts';
import { createApp, type App } from './createApp.ts';
import { openBrowser, type TestBrowser } from './openBrowser.ts';
import { appEnvironment } from './run.ts';
import type { StartedCommand } from './startCommand.ts';

const [answerPart = '', feedPart = ''] = readText('docs/getting-started.md').split('## 4. ');

let app: App;
let browser: TestBrowser;
let server: ChildProcess;
let vite: StartedCommand;
let port: number;

beforeAll(async () => {
  app = await createApp(['vite-react-19', 'created-by-vite']);
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  port = await findFreePort();
});

afterEach(async () => {
  await vite.stop();
  await stopServer();
});

it('shows an answer while it arrives, stops it, and says what failed', async () => {
  await writeFiles(answerPart);
  expect(await app.run('tsc', '-p', '.')).toBe('');
  await startServer();
  vite = await app.start('vite', '--host', '127.0.0.1', '--port', '0');
  const { page, complaints, requests } = await browser.open(vite.url);

  const form = page.locator('form');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('What is a stream?');
  await page.getByRole('button', { name: 'Send' }).click();
  await form.getByText('You asked “What').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();

  await page.getByRole('button', { name: 'Send' }).waitFor();
  expect(await form.textContent()).not.toContain('whenever you like.');
  expect(requests.filter((request) => request.endsWith('/api/chat'))).toEqual(['POST /api/chat']);
  expect(complaints).toEqual([]);

  await page.keyboard.press('Enter');
  await form.getByText('whenever you like.').waitFor();

  await stopServer();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('POST /api/chat answered with status 502').waitFor();
  await page.close();
});

it('shows a feed, which continues after the last event when the server comes back', async () => {
  await writeFiles(answerPart);
  await writeFiles(feedPart);
  expect(await app.run('tsc', '-p', '.')).toBe('');
  await startServer();
  vite = await app.start('vite', '--host', '127.0.0.1', '--port', '0');
  const { page } = await browser.open(vite.url);

  const prices = page.getByRole('region', { name: 'Prices' });
  await prices.getByText('ABC 102').waitFor();

  await stopServer();
  await prices.getByText('reconnecting').waitFor();
  const before = await prices.getByRole('listitem').allTextContents();
  const next = `ABC ${101 + before.length}`;
  await startServer();

  await prices.getByText(next).waitFor();
  const after = await prices.getByRole('listitem').allTextContents();
  expect(after.slice(0, before.length + 1)).toEqual([...before, next]);
  await page.close();
});

/** Saves the blocks that name a file, as the page says, on a port of this test. */
async function writeFiles(markdown: string): Promise<void> {
  for (const { words, code } of findCodeBlocks(markdown)) {
    const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
    if (file === undefined) continue;
    const path = join(app.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code.replaceAll('3000', String(port)));
  }
}

/** Runs `node server.js`, and waits until it answers. */
async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['server.js'], { cwd: app.folder, env: appEnvironment(), stdio: 'inherit' });
  await expect
    .poll(() =>
      fetch(`http://localhost:${port}/`)
        .then(({ status }) => status)
        .catch(() => 0),
    )
    .toBe(404);
}

async function stopServer(): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
