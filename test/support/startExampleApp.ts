import { chromium, type BrowserContextOptions } from 'playwright';
import { fileURLToPath } from 'node:url';
import { createServer, type Plugin, type ProxyOptions } from 'vite';
import { chromiumArgs } from './findChromium.ts';
import { startExampleServer } from './startExampleServer.ts';

export type ExampleApp = Awaited<ReturnType<typeof startExampleApp>>;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The path of the requests that Vite's proxy passes on. */
const proxyPath = '/api';

/**
 * Starts the server of the examples, the example app in development mode on it, and a Chromium to open it in.
 *
 * @param options.speed divides the server's pauses.
 * @param options.root another folder to serve with the app's configuration.
 * @param options.hmr whether a changed module is replaced in the page that runs.
 * @param options.proxy makes the app reach the server through Vite's proxy, with these options besides its target.
 */
export async function startExampleApp({
  speed = 1,
  root = path('../../examples/app'),
  hmr = false,
  plugins = [] as Plugin[],
  proxy = undefined as ProxyOptions | undefined,
} = {}) {
  const server = await startExampleServer({ speed });
  const serverUrl = proxy ? proxyPath : server.url;
  const toServer = { ...proxy, target: server.url, rewrite: (url: string) => url.slice(proxyPath.length) };
  const vite = await createServer({
    configFile: path('../../examples/app/vite.config.ts'),
    root,
    cacheDir: path('../../node_modules/.vite/example-app'),
    define: { 'import.meta.env.VITE_SERVER_URL': JSON.stringify(serverUrl) },
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime'] },
    plugins,
    server: { port: 0, hmr, watch: null, proxy: proxy ? { [proxyPath]: toServer } : {} },
    logLevel: 'warn',
  });
  await vite.listen();
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']!, args: chromiumArgs });

  return {
    server,
    vite,
    /** The requests that reached one route. */
    requestsTo: (route: string) => server.requests.filter((request) => request.path === route),

    /** Opens the app in a fresh context. `complaints` gathers what the page wrote to the console or threw. */
    async open(options?: BrowserContextOptions) {
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        // Chromium itself writes a line for each connection that the feed loses, and that is what the feed is for.
        if (message.text().includes('net::ERR_INCOMPLETE_CHUNKED_ENCODING')) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(vite.resolvedUrls!.local[0]!);
      return { page, complaints };
    },

    async close() {
      await browser.close();
      await vite.close();
      await server.close();
    },
  };
}
