import { openStage } from '../react/openStage.js';
import { packageVersions } from '../support/packageVersions.js';
import { compareLaws } from './compareLaws.js';
import { measureCore } from './measureCore.js';
import { measureDelays } from './measureDelays.js';
import { measureSteps } from './measureSteps.js';

/** What is measured. Each gives one table, or several that belong together. */
const scenarios = {
  'worst-delay': () => [measureDelays()],
  laws: () => compareLaws(),
  'core-frame': () => [measureCore()],
  'step-mixed': async (stage) => [await measureSteps(stage, { script: 'mixed', name: 'mixed scripts', limit: 0.05 })],
  'step-latin': async (stage) => [await measureSteps(stage, { script: 'Latin', name: 'Latin script', limit: 0.15 })],
};

/** The names of what can be measured by itself, with `--only`. */
export const scenarioNames = Object.keys(scenarios);

/** Measures the typewriter and its law without a page, and in Chromium beside other typewriters. */
export async function run({ maxRounds, only = scenarioNames }) {
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  try {
    const tables = [];
    for (const name of scenarioNames.filter((name) => only.includes(name))) {
      tables.push(...(await scenarios[name](stage)));
    }
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', '@assistant-ui/react', 'react-type-animation', 'typewriter-effect']),
      },
      tables,
    };
  } finally {
    await stage.close();
  }
}
