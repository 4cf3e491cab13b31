import type { StreamResumption } from '../core/fetch-stream/StreamResumption.ts';
import { createAnswerFollower } from './createAnswerFollower.ts';
import type { ResumableOptions } from './ResumableOptions.ts';

/** A resumption whose options a stream reads again for each attempt, because they may be written inline. */
export interface Resumable<Item> extends StreamResumption<Item> {
  readonly options: ResumableOptions<Item>;
}

/**
 * Resumes the answers of a fetch stream: if a response breaks, and after a reload, it requests the rest from a server that
 * keeps its answers.
 *
 * @example
 * useFetchStream('/api/chat', {
 *   enabled: false,
 *   resume: resumable({
 *     id: (response) => response.headers.get('x-answer-id'),
 *     request: ({ id, loaded }) => `/api/chat/${id}?offset=${loaded}`,
 *   }),
 * });
 */
export function resumable<Item = unknown>(options: ResumableOptions<Item>): StreamResumption<Item> {
  const resumption: Resumable<Item> = {
    options,
    follow: (stream) =>
      createAnswerFollower(stream, () => {
        const latest = stream.options().resume as Resumable<unknown> | undefined;
        return latest?.options ?? (options as ResumableOptions);
      }),
  };
  return resumption;
}
