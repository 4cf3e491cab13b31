// The whole run takes hours. `npm run test:mutation -- --mutate "src/core/text/**/*.ts"` tests one folder.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/projects/mutation.config.ts' },
  mutate: ['src/core/**/*.ts', 'src/react/**/*.ts'],
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 15,
  // A busy machine is slow, which does not mean that a mutant was found. Endless loops are found by counting.
  timeoutMS: 30_000,
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  // Not copied into the sandboxes, because no unit test reads them.
  ignorePatterns: ['bench', 'dist', 'docs', 'examples', 'stories', 'test/apps'],
  tempDirName: 'reports/.stryker',
};
