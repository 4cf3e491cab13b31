/** Bundlers replace `process.env.NODE_ENV`, written exactly so. */
declare const process: { env: { NODE_ENV?: string } };

/** Warns in development that a stream does not share the connection of this name. The text is left out of builds for production. */
export function warnOfOtherCredentials(name: string): void {
  try {
    // A branch, because bundlers drop a function whose body they know to be empty, together with its calls.
    if (process.env.NODE_ENV !== 'production') {
      console.warn(
        `react-streamed: an event source with \`share: '${name}'\` has other headers or credentials than the connection of that name, so it gets its own connection.`,
      );
    }
  } catch {
    // A page without a bundler has no `process`, and nothing says that it is in development.
  }
}
