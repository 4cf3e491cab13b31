import { openStage } from '../react/openStage.js';
import { packageVersions } from '../support/packageVersions.js';
import { measureTracing } from './measureTracing.js';

/** Measures what tracing costs a page, in Chromium. */
export async function run({ maxRounds }) {
  const stage = await openStage({ pages: new URL('./pages/', import.meta.url), maxRounds });
  try {
    return {
      versions: { Chromium: stage.version, ...packageVersions(['react']) },
      tables: [await measureTracing(stage, { id: 'at-once', pace: 'in one write', query: '&whole' })],
    };
  } finally {
    await stage.close();
  }
}
