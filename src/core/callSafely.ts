import { reportException } from './reportException.ts';

/** Calls a user's function. An exception is reported, the answer is then `undefined`, and the stream goes on. */
export function callSafely<Args extends unknown[], Answer>(
  callback: ((...args: Args) => Answer) | undefined,
  ...args: Args
): Answer | undefined {
  try {
    return typeof callback === 'function' ? callback(...args) : undefined;
  } catch (exception) {
    reportException(exception);
    return undefined;
  }
}
