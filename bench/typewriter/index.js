import { openStage } from '../react/openStage.js';
import { packageVersions } from '../support/packageVersions.js';
import { measureCore } from './measureCore.js';
import { measureSteps } from './measureSteps.js';

/** Measures the typewriter in the core, and in Chromium beside other typewriters. */
export async function run({ maxRounds }) {
  const core = measureCore();
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  try {
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', '@assistant-ui/react', 'react-type-animation', 'typewriter-effect']),
      },
      tables: [
        core,
        await measureSteps(stage, 'mixed', 'mixed scripts'),
        await measureSteps(stage, 'Latin', 'Latin script'),
      ],
    };
  } finally {
    await stage.close();
  }
}
