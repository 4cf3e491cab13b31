import { playwright } from '@vitest/browser-playwright';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumArgs, findChromium } from '../support/findChromium.ts';

const executablePath = await findChromium();
// Set for the workers, so that each browser test starts the same one.
process.env['CHROMIUM_PATH'] = executablePath;

/**
 * Gives the options of a project whose tests run inside Chromium. Each project needs its own object, because Vitest
 * writes the project's name into the instances.
 */
export const runInChromium = (): BrowserConfigOptions => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath, args: chromiumArgs } }),
  instances: [{ browser: 'chromium' }],
});
