import { reportException } from './reportException.ts';

/** Calls a user's function. An exception is reported, the result is then `undefined`, and the stream continues. */
export function callSafely<Args extends unknown[], Result>(
  callback: ((...args: Args) => Result) | undefined,
  ...args: Args
): Result | undefined {
  try {
    return callback?.(...args);
  } catch (exception) {
    reportException(exception);
    return undefined;
  }
}
