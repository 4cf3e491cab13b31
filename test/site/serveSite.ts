import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
  }
}

const outDir = fileURLToPath(new URL('../../docs/.vitepress/dist', import.meta.url));

/** Serves the site that `npm run docs:build` wrote, as a static host does. */
export default async function serveSite(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(`${outDir}/index.html`)) throw new Error('There is no site. Run `npm run docs:build` first.');
  const server = await preview({
    configFile: false,
    // A page that does not exist is an error, not the front page.
    appType: 'mpa',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  project.provide('siteUrl', server.resolvedUrls!.local[0]!.replace(/\/$/, ''));
  return () => server.close();
}
