import { defineConfig } from 'vitest/config';
import { hookProjects } from './hookProjects.ts';
import { nodeProjects } from './nodeProjects.ts';
import { sourceAlias } from '../../scripts/entries.js';

/** The tests to run, as globs: those of one folder in `test/mutation/folders.js`. */
const tests = process.env['MUTATION_TESTS']?.split(',') ?? [];
const [hookTests, otherTests] = [true, false].map((isOfHooks) =>
  tests.filter((test) => test.startsWith('test/unit/react/') === isOfHooks),
);
const included: Readonly<Record<string, readonly string[] | undefined>> = { unit: otherTests, react: hookTests };

/** The projects that StrykerJS runs for each mutant. Its runner takes a configuration, but no names of projects or files. */
export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    // A worker for each file would take most of the time.
    isolate: false,
    // The code counts its own branches here, so it is several times slower.
    testTimeout: 20_000,
    projects: [...nodeProjects, ...hookProjects].flatMap((project) => {
      const include = included[String(project.test?.name)] ?? [];
      return include.length > 0 ? [{ ...project, test: { ...project.test, include: [...include] } }] : [];
    }),
  },
});
