import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createTripServer } from './server/createTripServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  plugins: [react(), serveApi(createTripServer({ interval: 30 }))],
});
