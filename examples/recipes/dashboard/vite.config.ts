import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createMetricsServer } from './server/createMetricsServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  plugins: [react(), serveApi(createMetricsServer({ interval: 100 }))],
});
