import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileReact } from './test/support/compileReact.ts';
import { chromiumArgs, findChromium } from './test/support/findChromium.ts';

const executablePath = await findChromium();
// Set for the workers, so that each browser test starts the same one.
process.env['CHROMIUM_PATH'] = executablePath;

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  'react-streamed/core': source('./src/core.ts'),
  'react-streamed/testing': source('./src/testing.ts'),
  'react-streamed/providers': source('./src/providers.ts'),
  'react-streamed': source('./src/index.ts'),
};

// A new object for each project: Vitest writes the project's name into the instances.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { executablePath, args: chromiumArgs },
  }),
  instances: [{ browser: 'chromium' as const }],
});

const react18 = {
  // Its ES module, whose imports of React are resolved here.
  '@testing-library/react': source('./node_modules/@testing-library/react/dist/@testing-library/react.esm.js'),
  react: source('./test/react-18/node_modules/react'),
  'react-dom': source('./test/react-18/node_modules/react-dom'),
};

const hookTests = {
  environment: 'jsdom' as const,
  include: ['test/unit/react/**/*.test.{ts,tsx}'],
  setupFiles: ['test/support/setupReact.ts'],
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Long enough for a property test on a machine that is busy with browsers.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/{core,testing,providers}/**/*.test.ts'],
        },
      },
      { extends: true, test: { ...hookTests, name: 'react' } },
      {
        extends: true,
        resolve: { alias: react18 },
        test: {
          ...hookTests,
          name: 'react-18',
          // <Activity> and `use` came with React 19.
          exclude: ['**/*.activity.test.tsx', '**/*.suspense.test.tsx'],
          // Only a library that Vite transforms is given the other React.
          server: { deps: { inline: ['@testing-library/react'] } },
        },
      },
      {
        extends: true,
        plugins: [compileReact()],
        test: { ...hookTests, name: 'react-compiler' },
      },
      {
        extends: true,
        test: { name: 'server', environment: 'node', include: ['test/server/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: { name: 'differential', environment: 'node', include: ['test/differential/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'docs', environment: 'node', include: ['test/docs/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: './test/types/tsconfig.json',
          },
        },
      },
      {
        extends: true,
        // One app at a time: each file starts a server, a Vite and a Chromium of its own.
        test: {
          name: 'app',
          environment: 'node',
          include: ['test/app/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        // The samples of README, the manual and the gallery, used in Chromium.
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
        test: {
          name: 'gallery',
          environment: 'node',
          include: ['test/gallery/**/*.test.ts'],
          globalSetup: ['test/gallery/serveGallery.ts'],
          // Four stories at a time in one browser.
          maxConcurrency: 4,
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Named here, since a dependency that is found during the run reloads the page of a test.
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
          browser: browser(),
        },
      },
      {
        extends: true,
        // The stories bring their own plugins and aliases, those of .storybook/main.ts.
        plugins: [storybookTest({ configDir: source('./.storybook') })],
        test: { name: 'stories', setupFiles: ['.storybook/failOnConsoleError.ts'], browser: browser() },
      },
    ],
  },
});
