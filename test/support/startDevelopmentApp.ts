import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Plugin, type ProxyOptions } from 'vite';
import { fromRoot } from '../projects/fromRoot.ts';
import { startAppBrowser } from './startAppBrowser.ts';
import { startExampleServer } from './startExampleServer.ts';

export type DevelopmentApp = Awaited<ReturnType<typeof startDevelopmentApp>>;

/** The path of the requests that Vite's proxy passes on. */
const proxyPath = '/api';

/**
 * Starts the server of the examples, Vite's development server of an app on it, and a Chromium to open it in.
 *
 * @param options.root the folder of the app. It is served with the configuration of the example app.
 * @param options.speed divides the server's pauses.
 * @param options.hmr whether a changed module is replaced in the page that runs.
 * @param options.proxy makes the app reach the server through Vite's proxy, with these options besides its target.
 */
export async function startDevelopmentApp({
  root = fromRoot('examples/app'),
  speed = 1,
  hmr = false,
  plugins = [] as Plugin[],
  proxy = undefined as ProxyOptions | undefined,
} = {}) {
  const server = await startExampleServer({ speed });
  // Two servers that optimize dependencies into one folder reload each other's pages.
  const cacheDir = await mkdtemp(join(tmpdir(), 'development-app-'));
  const serverUrl = proxy ? proxyPath : server.url;
  const toServer = { ...proxy, target: server.url, rewrite: (url: string) => url.slice(proxyPath.length) };
  const vite = await createServer({
    configFile: fromRoot('examples/app/vite.config.ts'),
    root,
    cacheDir,
    define: { 'import.meta.env.VITE_SERVER_URL': JSON.stringify(serverUrl) },
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime'] },
    plugins,
    server: { port: 0, hmr, watch: null, proxy: proxy ? { [proxyPath]: toServer } : {} },
    logLevel: 'warn',
  });
  await vite.listen();
  const browser = await startAppBrowser(vite.resolvedUrls!.local[0]!);

  return {
    server,
    vite,
    open: browser.open,

    /** The requests that reached one route. */
    requestsTo: (route: string) => server.requests.filter((request) => request.path === route),

    async close() {
      await browser.close();
      await vite.close();
      await server.close();
      await rm(cacheDir, { recursive: true });
    },
  };
}
