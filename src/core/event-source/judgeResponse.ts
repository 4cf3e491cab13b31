import type { Verdict } from '../request/RequestPlan.ts';

const eventStreamType = /^text\/event-stream\s*(;|$)/i;

/** Judges the response to an event source before its body is read. */
export function judgeResponse({ status, headers }: Response): Verdict {
  // [spec] HTTP 204 No Content: clients will stop reconnecting.
  if (status === 204) return 'no-content';
  // [spec] If res's status is not 200, or if res's `Content-Type` is not `text/event-stream`, then fail the connection.
  if (status !== 200) return 'http';
  return eventStreamType.test(headers.get('content-type') ?? '') ? 'read' : 'content-type';
}
