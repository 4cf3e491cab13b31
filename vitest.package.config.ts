import { defineConfig } from 'vitest/config';

/** The tests of the built package; `npm run build` goes before them. */
export default defineConfig({ test: { include: ['test/package/**/*.test.ts'] } });
