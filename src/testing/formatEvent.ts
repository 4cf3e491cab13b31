/** One event as a test writes it. */
export interface MockEvent {
  /**
   * The event type.
   *
   * @default none, which clients read as `message`
   */
  type?: string | undefined;
  /** The data. Each line of a string becomes a data line; any other value is written as JSON. */
  data?: unknown;
  /** The event ID. An empty string resets the client's last event ID. */
  id?: string | number | undefined;
  /** The reconnection time, in milliseconds. */
  retry?: number | undefined;
}

const lineBreak = /\r\n|\r|\n/;

/**
 * Formats one event as an event stream does (HTML Standard §9.2.6).
 *
 * @throws {TypeError} if the type or the ID contains a line break, because the format has no way to write it.
 */
export function formatEvent(event: MockEvent | string): string {
  const { type, data, id, retry }: MockEvent = typeof event === 'string' ? { data: event } : event;
  let text = '';
  if (type !== undefined) text += formatField('event', type);
  if (id !== undefined) text += formatField('id', String(id));
  if (retry !== undefined) text += formatRetry(retry);
  if (data !== undefined) text += formatData(data);
  return `${text}\n`;
}

/** Formats a comment: one comment line for each line of `text`. */
export function formatComment(text: string): string {
  return text
    .split(lineBreak)
    .map((line) => `: ${line}\n`)
    .join('');
}

/** Formats a `retry` field, in milliseconds. */
export function formatRetry(milliseconds: number): string {
  return formatField('retry', String(milliseconds));
}

function formatData(data: unknown): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return text
    .split(lineBreak)
    .map((line) => formatField('data', line))
    .join('');
}

function formatField(name: string, value: string): string {
  if (lineBreak.test(value)) {
    throw new TypeError(`The field ${name} of an event cannot contain a line break; got ${JSON.stringify(value)}.`);
  }
  return `${name}: ${value}\n`;
}
