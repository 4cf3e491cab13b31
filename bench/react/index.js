import { packageVersions } from '../support/packageVersions.js';
import { countFindings, rulesVersion } from './countFindings.js';
import { measureBursts } from './measureBursts.js';
import { measureCommits } from './measureCommits.js';
import { measureMemory } from './measureMemory.js';
import { measureMounts } from './measureMounts.js';
import { measureSharing } from './measureSharing.js';
import { measureTransitions } from './measureTransitions.js';
import { openStage } from './openStage.js';

/** Measures the hooks in Chromium, beside pages written by hand and the hooks of @ai-sdk/react. */
export async function run({ maxRounds }) {
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  console.log(`Chromium ${stage.version}`);
  try {
    return {
      versions: {
        Chromium: stage.version,
        ...packageVersions(['react', '@ai-sdk/react', 'ai', 'zustand']),
        ...rulesVersion,
      },
      tables: [
        ...(await measureBursts(stage)),
        await measureCommits(stage),
        await measureTransitions(stage),
        await measureMemory(stage),
        await measureMounts(stage),
        await measureSharing(stage),
        countFindings(),
      ],
    };
  } finally {
    await stage.close();
  }
}
