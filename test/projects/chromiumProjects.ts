import react from '@vitejs/plugin-react';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { runInChromium } from './runInChromium.ts';

/** What runs in Chromium: the example app, the samples of the manual, the gallery, and the hooks themselves. */
export const chromiumProjects: TestProjectInlineConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'app',
      environment: 'node',
      include: ['test/app/**/*.test.ts'],
      expect: { poll: { timeout: 10_000 } },
      hookTimeout: 30_000,
    },
  },
  {
    extends: true,
    // Several tabs of one Chromium. One file at a time, because their times are measured.
    test: {
      name: 'tabs',
      environment: 'node',
      include: ['test/tabs/**/*.test.ts'],
      fileParallelism: false,
      hookTimeout: 30_000,
    },
  },
  {
    extends: true,
    // The samples of README, the manual and the gallery.
    test: {
      name: 'samples',
      environment: 'node',
      include: ['test/samples/**/*.test.ts'],
      expect: { poll: { timeout: 5000, interval: 5 } },
      hookTimeout: 30_000,
    },
  },
  {
    extends: true,
    // Every story of the built gallery, four at a time in the browser of each file.
    test: {
      name: 'gallery',
      environment: 'node',
      include: ['test/gallery/**/*.test.ts'],
      globalSetup: ['test/gallery/serveGallery.ts'],
      maxConcurrency: 4,
      testTimeout: 60_000,
    },
  },
  {
    extends: true,
    // The pages of the built site.
    test: {
      name: 'site',
      environment: 'node',
      include: ['test/site/**/*.test.ts'],
      globalSetup: ['test/site/serveSite.ts'],
      testTimeout: 120_000,
      hookTimeout: 30_000,
    },
  },
  {
    extends: true,
    plugins: [react()],
    // Named here, because a dependency that is found during the run reloads the page of a test.
    optimizeDeps: {
      include: [
        'react',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        '@testing-library/react',
        'fast-check',
      ],
    },
    test: {
      name: 'browser',
      include: ['test/browser/**/*.test.{ts,tsx}'],
      setupFiles: ['test/support/setupReact.ts'],
      browser: runInChromium(),
    },
  },
];
