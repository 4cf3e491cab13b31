import { defineConfig } from 'vitest/config';
import { hookProjects } from './hookProjects.ts';
import { nodeProjects } from './nodeProjects.ts';
import { sourceAlias } from '../../scripts/entries.js';

const fast = ['unit', 'react'];

/** The projects that StrykerJS runs for each mutant. Its runner takes a configuration, but no names of projects. */
export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    // A worker for each file would take most of the time.
    isolate: false,
    // The code counts its own branches here, so it is several times slower.
    testTimeout: 120_000,
    // Texts of half a gigabyte take minutes for each mutant. The providers are not mutated.
    exclude: ['**/node_modules/**', '**/*.extremes.test.ts', 'test/unit/providers/**'],
    projects: [...nodeProjects, ...hookProjects].filter(({ test }) => fast.includes(String(test?.name))),
  },
});
