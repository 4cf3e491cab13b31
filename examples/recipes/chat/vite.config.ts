import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createChatServer } from './server/createChatServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  plugins: [react(), serveApi(createChatServer({ interval: 30 }))],
});
