import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  resolve: {
    // The example runs the hooks from their source. In your own app, `npm install react-streamed` does this.
    alias: { 'react-streamed': source('index.ts') },
  },
  server: { host: '127.0.0.1' },
});
