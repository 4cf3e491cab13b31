import type { RequestRecord } from './server/answer-server/createRunLog.js';

const endings = {
  open: 'still open',
  complete: 'complete',
  cut: 'cut',
  'ended early': 'ended early',
  canceled: 'canceled by the client',
} as const satisfies Record<RequestRecord['ending'], string>;

/** Writes a request as the server saw it. */
export function describeRequest({ method, lastEventId, status, sent, ending }: RequestRecord): string {
  const resumed = lastEventId > 0 ? ` after event ${lastEventId}` : '';
  if (status !== 200) return `${method}${resumed}: ${status}`;
  return `${method}${resumed}: ${sent} tokens, ${endings[ending]}`;
}
