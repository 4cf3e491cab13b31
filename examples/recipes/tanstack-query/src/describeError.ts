import { isStreamError } from 'react-streamed';

/** Says to the reader why a stream failed. `error.message` is for developers. */
export function describeError(error: Error): string {
  if (!isStreamError(error)) return error.message;
  switch (error.code) {
    case 'http':
      return `The server answered with status ${error.status}.`;
    case 'network':
    case 'timeout':
    case 'stalled':
    case 'incomplete':
      return 'The connection was lost.';
    default:
      return 'The server sent something unexpected.';
  }
}
