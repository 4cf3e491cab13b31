import { defineConfig } from 'vitest/config';
import { findChromium } from './test/support/findChromium.ts';

// Set for the workers, so that each test starts the same one.
process.env['CHROMIUM_PATH'] = await findChromium();

/** The tests that install the packed package into apps of its users; `npm run build` goes before them. */
export default defineConfig({
  test: {
    include: ['test/apps/*.test.ts'],
    globalSetup: './test/apps/packPackage.ts',
    // One app at a time: each builds with all cores.
    fileParallelism: false,
    expect: { poll: { timeout: 15_000, interval: 20 } },
    testTimeout: 120_000,
    // An app's first installation.
    hookTimeout: 300_000,
  },
});
