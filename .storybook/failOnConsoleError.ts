import { mocked, spyOn } from 'storybook/test';

/** Watches the console while a story runs. */
export function watchConsole(): void {
  spyOn(console, 'error');
}

/**
 * Fails the story where something was written to the console as an error: React writes its warnings there.
 *
 * @throws {Error} with the first of what was written.
 */
export function failOnConsoleError(): void {
  const [first] = mocked(console.error).mock.calls;
  if (first) throw new Error(`The story wrote to the console: ${first.map(String).join(' ')}`);
}
