import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './test/support/findChromium.ts';

const configDir = fileURLToPath(new URL('./.storybook', import.meta.url));

// The stories again, on the other colors: an accessibility check knows only the ones that it sees.
export default defineConfig({
  plugins: [storybookTest({ configDir, initialGlobals: { colorScheme: 'dark' } })],
  test: {
    name: 'stories-dark',
    setupFiles: ['.storybook/failOnConsoleError.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: await findChromium(), args: chromiumArgs } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
