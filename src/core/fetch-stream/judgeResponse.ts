import type { StreamFormat } from '../decode/StreamFormat.ts';
import type { Verdict } from '../request/RequestPlan.ts';

const documentType = /^(text\/html|application\/json)\b/i;

/** Judges the response to a fetch stream before its body is read. */
export function judgeResponse({ ok, headers }: Response, format: StreamFormat): Verdict {
  if (!ok) return 'http';
  // An error page or a JSON response is not an event stream. Other types pass, because many servers label streams wrong.
  const isDocument = documentType.test(headers.get('content-type') ?? '');
  return format === 'events' && isDocument ? 'content-type' : 'read';
}
