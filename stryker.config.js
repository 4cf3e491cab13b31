// What is mutated, and by which tests it is found, is in test/mutation/folders.js.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/projects/mutation.config.ts' },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 15,
  // A busy machine is slow, which does not mean that a mutant was found. Endless loops are found by counting.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress'],
  // Not copied into the sandboxes, because no unit test reads them.
  ignorePatterns: ['bench', 'dist', 'docs', 'examples', 'stories', 'test/apps'],
  tempDirName: 'reports/.stryker',
};
