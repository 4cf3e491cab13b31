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
        await measureSteps(stage, 'mixed', 'mixed scripts'),
        await measureSteps(stage, 'Latin', 'Latin script'),
      ],
    };
  } finally {
    await stage.close();
  }
}
