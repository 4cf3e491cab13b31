/**
 * How a protocol writes an answer.
 *
 * @typedef {object} Format
 * @property {Record<string, string>} headers
 * @property {string} begin What comes before the first token.
 * @property {(text: string, id: number) => string} writeToken
 * @property {string} end The end mark, and what comes before it.
 */

/** @param {object} part */
const writePart = (part) => `data: ${JSON.stringify(part)}\n\n`;

const contentType = 'text/event-stream';

/** @satisfies {Record<string, Format>} */
export const formats = {
  // The server asks for a short wait before a retry, so that nobody waits three seconds for the result.
  events: {
    headers: { 'content-type': contentType },
    begin: 'retry: 500\n\n',
    writeToken: (text, id) => `id: ${id}\ndata: ${text}\n\n`,
    end: 'data: [DONE]\n\n',
  },
  // The UI message stream of the AI SDK.
  'ui-messages': {
    headers: { 'content-type': contentType, 'x-vercel-ai-ui-message-stream': 'v1' },
    begin: [{ type: 'start' }, { type: 'start-step' }, { type: 'text-start', id: '0' }].map(writePart).join(''),
    writeToken: (text) => writePart({ type: 'text-delta', id: '0', delta: text }),
    end: `${[{ type: 'text-end', id: '0' }, { type: 'finish-step' }, { type: 'finish' }].map(writePart).join('')}data: [DONE]\n\n`,
  },
};

/** @typedef {keyof typeof formats} FormatName */
