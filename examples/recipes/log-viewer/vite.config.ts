import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createLogServer } from './server/createLogServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  // Some 20 MB a second, as a network of 160 Mbit/s would bring them.
  plugins: [react(), serveApi(createLogServer({ interval: 4 }))],
});
