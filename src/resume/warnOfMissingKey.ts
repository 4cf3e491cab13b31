/** Bundlers replace `process.env.NODE_ENV`, written exactly so. */
declare const process: { env: { NODE_ENV?: string } };

/** Warns in development that no id is stored. The text is left out of builds for production. */
export function warnOfMissingKey(): void {
  try {
    if (process.env.NODE_ENV === 'production') return;
    console.warn('react-streamed: `resumable` with a `storage` stores nothing, because the stream has no `key`.');
  } catch {
    // A page without a bundler has no `process`, and nothing says that it is in development.
  }
}
