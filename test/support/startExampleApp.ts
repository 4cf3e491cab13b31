import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { fromRoot } from '../projects/fromRoot.ts';
import { startAppBrowser } from './startAppBrowser.ts';
import { startExampleServer } from './startExampleServer.ts';

export type ExampleApp = Awaited<ReturnType<typeof startExampleApp>>;

/**
 * Starts the server of the examples, the example app on it, and a Chromium to open it in. The app is built, with the
 * development build of React, because a page loads ten times as fast as from Vite's development server.
 *
 * @param options.speed divides the server's pauses.
 */
export async function startExampleApp({ speed = 1 } = {}) {
  const server = await startExampleServer({ speed });
  const outDir = await mkdtemp(join(tmpdir(), 'example-app-'));
  const config: InlineConfig = { configFile: fromRoot('examples/app/vite.config.ts'), logLevel: 'warn' };
  await build({
    ...config,
    define: {
      'process.env.NODE_ENV': '"development"',
      'import.meta.env.VITE_SERVER_URL': JSON.stringify(server.url),
    },
    build: { outDir, minify: false },
  });
  const files = await preview({ ...config, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = files.resolvedUrls!.local[0]!;
  const browser = await startAppBrowser(url);

  return {
    server,
    url,
    open: browser.open,

    /** The requests that reached one route. */
    requestsTo: (route: string) => server.requests.filter((request) => request.path === route),

    async close() {
      await browser.close();
      await files.close();
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
