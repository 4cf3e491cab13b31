import { defineConfig } from 'vitest/config';
import type { CliOptions } from 'vitest/node';
import { chromiumProjects } from './test/projects/chromiumProjects.ts';
import { hookProjects } from './test/projects/hookProjects.ts';
import { nodeProjects } from './test/projects/nodeProjects.ts';
import { packageProjects } from './test/projects/packageProjects.ts';
import { sourceAlias } from './scripts/entries.js';
import { storyProjects } from './test/projects/storyProjects.ts';

/** In CI, a test in Chromium may fail once, because a busy machine can be too slow for it. `.ci/run` lists those that did. */
const inChromium = [...chromiumProjects, ...storyProjects].map((project) => ({
  ...project,
  test: { ...project.test, retry: process.env['CI'] ? 1 : 0 },
}));

const projects = [...nodeProjects, ...hookProjects, ...inChromium, ...packageProjects];

/** The projects that run only if `--project` names them: they need a build, or take long. */
const onRequest = ['fidelity', 'redis', 'redis-load', 'site', 'stories-dark', 'package', 'apps'];

const names = projects.map(({ test }) => String(test?.name));

/** What `--project` is if the command line does not say it. */
const everyDay: CliOptions = { project: names.filter((name) => !onRequest.includes(name)) };

export default defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    // Long enough for a property test on a machine that is busy with browsers.
    testTimeout: 30_000,
    ...everyDay,
    projects,
  },
});
