import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { chromiumArgs, findChromium } from '../support/findChromium.ts';

type Values = Record<string, unknown>;

interface Answer {
  id?: number;
  result?: Values;
  error?: { message: string };
}

/** A tab, driven by the DevTools protocol. */
export interface Tab {
  evaluate<Result>(expression: string): Promise<Result>;
  send(method: string, params?: Values): Promise<Values>;
  close(): Promise<void>;
}

/** A browser whose tabs can be frozen and put into the back/forward cache. */
export interface TabBrowser {
  open(url: string): Promise<Tab>;
  /** Closes all tabs. Those that follow share nothing with them. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a Chromium. Not by Playwright, which keeps all pages visible and focused: such pages are neither frozen nor put into
 * the back/forward cache.
 */
export async function startBrowser(): Promise<TabBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'react-streamed-tabs-'));
  const executable = await findChromium();
  const args = [
    ...chromiumArgs,
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--disable-gpu',
  ];
  const browser = spawn(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const connection = connect(browser.stdio[3] as Writable, browser.stdio[4] as Readable);

  const createContext = async () => (await connection.send('Target.createBrowserContext'))['browserContextId'];
  let browserContextId = await createContext();

  return {
    async open(url) {
      const { targetId } = await connection.send('Target.createTarget', { url, browserContextId, newWindow: true });
      const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
      const send: Tab['send'] = (method, params) => connection.send(method, params, sessionId as string);
      return {
        send,
        async evaluate<Result>(expression: string) {
          const { result, exceptionDetails } = await send('Runtime.evaluate', {
            expression,
            awaitPromise: true,
            returnByValue: true,
          });
          if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
          return (result as { value: Result }).value;
        },
        async close() {
          await connection.send('Target.closeTarget', { targetId });
        },
      };
    },
    async clear() {
      await connection.send('Target.disposeBrowserContext', { browserContextId });
      browserContextId = await createContext();
    },
    async close() {
      const exited = once(browser, 'exit');
      // It may exit before it answers.
      void connection.send('Browser.close');
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Speaks the protocol over a pair of pipes, whose messages end with a NUL. */
function connect(input: Writable, output: Readable) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let latest = 0;
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop()!;
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id === undefined) continue;
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    }
  });
  return {
    send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
      latest += 1;
      const id = latest;
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result!);
        });
      });
    },
  };
}
