import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createJobServer } from './server/createJobServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  plugins: [react(), serveApi(createJobServer({ interval: 150 }))],
});
