import { reportException } from './reportException.ts';

/** Calls a user's function. An exception is reported, the answer is then `undefined`, and the stream goes on. */
export function callSafely<Args extends unknown[], Answer>(
  callback: ((...args: Args) => Answer) | undefined,
  ...args: Args
): Answer | undefined {
  try {
    return callback?.(...args);
  } catch (exception) {
    reportException(exception);
    return undefined;
  }
}
