import { packageVersions } from '../support/packageVersions.js';
import { countFindings, rulesVersion } from './countFindings.js';
import { burstScenarios } from './measureBursts.js';
import { measureCommits } from './measureCommits.js';
import { measureInput } from './measureInput.js';
import { measureLargePages, measureLongTasks } from './measureLargePages.js';
import { measureMarkdown } from './measureMarkdown.js';
import { measureMemory } from './measureMemory.js';
import { measureMounts } from './measureMounts.js';
import { measureSharing } from './measureSharing.js';
import { measureTransitions } from './measureTransitions.js';
import { openStage } from './openStage.js';

/** What measures each table of the page, by the table's id and in the page's order. */
const scenarios = {
  ...Object.fromEntries(Object.entries(burstScenarios).map(([id, measure]) => [`tokens-${id}`, measure])),
  'input-1x': (stage) => measureInput(stage, 1),
  'input-4x': (stage) => measureInput(stage, 4),
  'long-tasks': measureLongTasks,
  'large-pages': measureLargePages,
  markdown: measureMarkdown,
  commits: measureCommits,
  transition: measureTransitions,
  memory: measureMemory,
  mounts: measureMounts,
  sharing: measureSharing,
  findings: countFindings,
};

/** The names of what can be measured by itself, with `--only`. */
export const scenarioNames = Object.keys(scenarios);

/** Measures the hooks in Chromium, beside pages written by hand and the hooks of other packages. */
export async function run({ maxRounds, only = scenarioNames }) {
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  console.log(`Chromium ${stage.version}`);
  try {
    const tables = [];
    for (const name of scenarioNames.filter((name) => only.includes(name))) {
      const startedAt = performance.now();
      tables.push(await scenarios[name](stage));
      console.log(`  (${name}: ${((performance.now() - startedAt) / 1000).toFixed(0)} s)`);
    }
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', '@ai-sdk/react', 'ai', '@tanstack/react-query', 'react-markdown', 'zustand']),
        ...rulesVersion,
      },
      tables,
    };
  } finally {
    await stage.close();
  }
}
