import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Named here, because a dependency that Vite finds during the first run reloads the page, which sends its requests again.
  optimizeDeps: {
    include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'react-streamed', 'react-streamed/providers'],
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
