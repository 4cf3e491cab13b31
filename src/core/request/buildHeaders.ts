import { isPlainObject } from './isPlainObject.ts';

/** What is added to the user's headers. */
export interface HeaderAdditions {
  /** The `Accept` header if the user gives none. */
  readonly accept: string;
  /** The last event ID. Empty if there is none. */
  readonly lastEventId: string;
  /** Whether the body is sent as JSON. */
  readonly isJsonBody: boolean;
}

/**
 * Adds our headers to the user's. The result is a plain object, because a custom `fetch` often spreads `init.headers`,
 * and nothing of a `Headers` object can be spread.
 */
export function buildHeaders(
  given: RequestInit['headers'],
  { accept, lastEventId, isJsonBody }: HeaderAdditions,
): Record<string, string> {
  const known = new Headers(given);
  const headers = isPlainObject(given) ? { ...(given as Record<string, string>) } : Object.fromEntries(known);
  if (!known.has('accept')) headers['Accept'] = accept;
  if (isJsonBody && !known.has('content-type')) headers['Content-Type'] = 'application/json';
  if (lastEventId) {
    for (const name of Object.keys(headers)) {
      if (name.toLowerCase() === 'last-event-id') delete headers[name];
    }
    headers['Last-Event-ID'] = encodeLastEventId(lastEventId);
  }
  return headers;
}

/**
 * Encodes a last event ID as the value of a header, in which each character stands for a byte.
 *
 * @throws a `TypeError` if no header can carry it.
 */
function encodeLastEventId(id: string): string {
  // [spec] Let lastEventIDValue be the EventSource object's last event ID string, encoded as UTF-8.
  let value = '';
  for (const byte of new TextEncoder().encode(id)) {
    // RFC 9110 §5.5. Node refuses such a value only after `fetch` was called, as if the network were down.
    if (isControlCharacter(byte)) throw new TypeError('the last event ID contains a control character');
    value += String.fromCharCode(byte);
  }
  return value;
}

/** Tells whether no header value may contain this byte: only the tab is allowed among the control characters. */
function isControlCharacter(byte: number): boolean {
  return (byte < 0x20 && byte !== 0x09) || byte === 0x7f;
}
