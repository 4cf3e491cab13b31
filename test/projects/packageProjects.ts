import type { TestProjectInlineConfiguration } from 'vitest/config';

/** The tests of the built package, which `npm run build` must write first. They do not read `src`. */
export const packageProjects: TestProjectInlineConfiguration[] = [
  // Compilers, which take their time on a machine that is busy.
  { test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 60_000 } },
  {
    // Installs the packed package into apps of its users, one at a time because each builds with all cores.
    test: {
      name: 'apps',
      include: ['test/apps/*.test.ts', 'test/apps/recipes/*.test.ts'],
      globalSetup: './test/apps/packPackage.ts',
      fileParallelism: false,
      expect: { poll: { timeout: 15_000, interval: 20 } },
      testTimeout: 120_000,
      // An app's first installation.
      hookTimeout: 300_000,
    },
  },
];
