/** Bundlers replace `process.env.NODE_ENV`, written exactly so. */
declare const process: { env: { NODE_ENV?: string } };

/** Writes a warning to the console, unless a bundler built the app for production. */
export function warnInDevelopment(message: string): void {
  try {
    if (process.env.NODE_ENV === 'production') return;
  } catch {
    // A page without a bundler has no `process`, and nothing says that it is in development.
    return;
  }
  console.warn(`react-streamed: ${message}`);
}
