import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createAnswerServer } from './server/createAnswerServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  plugins: [react(), serveApi(createAnswerServer({ interval: 30 }))],
});
