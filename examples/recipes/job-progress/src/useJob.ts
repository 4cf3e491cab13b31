import { latest, useFetchStream } from 'react-streamed';
import { resumable } from 'react-streamed/resume';

/** How far a job is. */
export interface Progress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  /** What it does now. */
  readonly current: string;
  readonly isStopped: boolean;
}

/** A job that the server does whether or not anybody watches. It is found again after a break, a reload or in a second tab. */
export function useJob() {
  return useFetchStream('/api/jobs', {
    method: 'POST',
    enabled: false,
    as: 'events',
    parse: ({ data }) => JSON.parse(data) as Progress,
    accumulate: latest(),
    // Without its last event, a job has not ended.
    until: ({ type }) => type === 'end',
    requireUntil: true,
    key: 'photo export',
    resume: resumable({
      id: (response) => response.headers.get('x-job-id'),
      request: ({ id, lastEventId }) => ({
        url: `/api/jobs/${id}`,
        // Empty after a reload: the server then sends the latest state.
        headers: { 'Last-Event-ID': lastEventId },
      }),
      cancel: ({ id }) => `/api/jobs/${id}`,
      storage: localStorage,
    }),
  });
}
