import type { StreamRecord } from '../StreamRecord.ts';

/** Looks at one record after another. Returns a sentence about a fault that it has found. */
export type Finder = (record: StreamRecord) => string | undefined;
