import { callSafely } from '../core/platform/callSafely.ts';
import { setObserver } from '../core/platform/observer.ts';
import type { AttemptOptions } from '../core/request/sendAttempt.ts';
import { createAdvisor } from './advice/createAdvisor.ts';
import { drawRecord } from './drawRecord.ts';
import type { Emit, StreamRecord } from './StreamRecord.ts';
import { watchAttempts } from './watchAttempts.ts';
import { watchSnapshots } from './watchSnapshots.ts';
import { watchTyping } from './watchTyping.ts';

/** Options of `traceStreams`. */
export interface TraceOptions {
  /** Called with each record. */
  onRecord?: ((record: StreamRecord) => void) | undefined;
}

/** Bundlers replace `process.env.NODE_ENV`, written exactly so. */
declare const process: { env: { NODE_ENV?: string } };

/** The readers of records that the app has added. */
const readers = new Set<Emit>();

/**
 * Draws what all streams and typewriters do as tracks of the browser's Performance panel, beside those of React.
 * Requests that were sent before are not drawn.
 *
 * @returns the function that stops it.
 */
export function traceStreams({ onRecord }: TraceOptions = {}): () => void {
  const read: Emit = (record) => callSafely(onRecord, record);
  if (readers.size === 0) observe();
  readers.add(read);
  return () => {
    readers.delete(read);
    if (readers.size === 0) setObserver(undefined);
  };
}

function observe(): void {
  const advise = findAdvisor();
  const emit: Emit = (record) => {
    drawRecord(record);
    advise?.(record);
    for (const read of readers) read(record);
  };
  const watchAttempt = watchAttempts(emit);
  setObserver({
    // To the core, an attempt is only some object here, because its observer must not import from the folder of requests.
    watchAttempt: <Attempt extends object>(attempt: Attempt) =>
      watchAttempt(attempt as unknown as AttemptOptions) as unknown as Attempt,
    ...watchSnapshots(emit),
    onTyping: watchTyping(emit),
  });
}

/** Creates the advisor in development. Builds for production leave it out. */
function findAdvisor(): Emit | undefined {
  try {
    if (process.env.NODE_ENV !== 'production') return createAdvisor();
  } catch {
    // A page without a bundler has no `process`, and nothing says that it is in development.
  }
  return undefined;
}
