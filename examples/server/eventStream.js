/** @typedef {import('./createExchange.js').Exchange} Exchange */

/**
 * Answers with the head of an event stream.
 *
 * @param {Exchange} exchange
 */
export function openEventStream({ response }) {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    // Nginx would hold small events back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  // The client learns that the stream is open before its first event.
  response.flushHeaders();
}

/**
 * Writes one event, as the HTML Standard words it: a data field for each line, a blank line at the end.
 *
 * @param {{ data: string, type?: string, id?: string | number }} event
 */
export function formatEvent({ data, type, id }) {
  const fields = data.split('\n').map((line) => `data: ${line}\n`);
  if (type !== undefined) fields.unshift(`event: ${type}\n`);
  if (id !== undefined) fields.unshift(`id: ${id}\n`);
  return `${fields.join('')}\n`;
}
