import type { Emit } from '../StreamRecord.ts';
import { findBuffering } from './findBuffering.ts';
import { findChangingNames } from './findChangingNames.ts';

/** Creates a reader of records that writes to the console, once each, what is probably wrong with the streams. */
export function createAdvisor(): Emit {
  const finders = [findBuffering(), findChangingNames()];
  const silent = new Set<unknown>();

  return (record) => {
    for (const find of finders) {
      const advice = silent.has(find) ? undefined : find(record);
      if (!advice) continue;
      silent.add(find);
      console.warn(`react-streamed: ${advice}`);
    }
  };
}
