import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/**
 * The source of each entry of the package. The names are matched exactly, because an alias written as a string also
 * matches every longer path: `react-streamed/core` would become `index.ts/core`.
 */
const entries = Object.keys(packageJson.exports)
  .filter((path) => path !== './package.json')
  .map((path) => ({
    find: new RegExp(`^react-streamed${path.slice(1)}$`),
    replacement: source(path === '.' ? 'index.ts' : `${path.slice(2)}.ts`),
  }));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // The example runs the hooks from their source. In your own app, `npm install react-streamed` does this.
  resolve: { alias: entries },
  server: { host: '127.0.0.1' },
});
