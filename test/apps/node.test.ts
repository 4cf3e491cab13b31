import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startExampleServer, type ExampleServer } from '../support/startExampleServer.ts';
import { createApp, type App } from './createApp.ts';

let server: ExampleServer;

beforeAll(async () => {
  server = await startExampleServer();
});

afterAll(() => server.close());

describe('the core in Node', () => {
  let app: App;

  beforeAll(async () => {
    app = await createApp(['node-core'], ['--omit=peer']);
  });

  it('is the code that was just built', async () => {
    const installed = await readFile(join(app.folder, 'node_modules/react-streamed/dist/core.js'), 'utf8');
    expect(installed).toBe(await readFile(new URL('../../dist/core.js', import.meta.url), 'utf8'));
  });

  it('reads a feed by `for await` and a chat by a preset, without React', async () => {
    expect(JSON.parse(await app.run('node', 'main.js', server.url))).toEqual({
      ids: ['1', '2', '3'],
      status: 'done',
      data: answerTo('What is a stream?'),
      hasReact: false,
    });
    await expect.poll(() => server.requests.find(({ path }) => path === '/sse')?.state).toBe('aborted');
  });
});

describe('a CommonJS project in Node', () => {
  it('requires every entry, and renders the hooks to a string', async () => {
    const app = await createApp(['node-require']);
    expect(JSON.parse(await app.run('node', 'main.js'))).toEqual({
      html: '<p>idle idle Typed</p>',
      events: ['Hello'],
      requests: [],
    });
  });
});
