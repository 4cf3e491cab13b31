import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createSearchServer } from './server/createSearchServer.ts';
import { serveApi } from './server/serveApi.ts';

export default defineConfig({
  // A slow search, so that the suggestions can be seen to arrive one by one.
  plugins: [react(), serveApi(createSearchServer({ interval: 100 }))],
});
