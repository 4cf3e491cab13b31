import { openStage } from '../react/openStage.js';
import { packageVersions } from '../support/packageVersions.js';
import { compareLaws } from './compareLaws.js';
import { measureCore } from './measureCore.js';
import { measureDelays } from './measureDelays.js';
import { measureSteps } from './measureSteps.js';

/** Measures the typewriter and its law without a page, and in Chromium beside other typewriters. */
export async function run({ maxRounds }) {
  const withoutPage = [measureDelays(), ...compareLaws(), measureCore()];
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  try {
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', '@assistant-ui/react', 'react-type-animation', 'typewriter-effect']),
      },
      tables: [
        ...withoutPage,
        await measureSteps(stage, { script: 'mixed', name: 'mixed scripts', limit: 0.05 }),
        await measureSteps(stage, { script: 'Latin', name: 'Latin script', limit: 0.15 }),
      ],
    };
  } finally {
    await stage.close();
  }
}
