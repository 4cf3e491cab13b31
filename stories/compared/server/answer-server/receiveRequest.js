import { planResponse } from './planResponse.js';

/** Matches the path of a request: the run and its client, then what is asked for. */
const pathPattern = /\/answer-server\/runs\/([^/]+\/[^/]+)\/(requests|events|ui-messages)$/;

/**
 * What the server makes of a request: it asks for the log of a client, or for an answer.
 *
 * @typedef {{ log: readonly import('./createRunLog.js').RequestRecord[] }} LogRequest
 *
 * @typedef {object} AnswerRequest
 * @property {string} client
 * @property {import('./planResponse.js').ResponsePlan} plan
 * @property {import('./createRunLog.js').RequestRecord} record
 */

/**
 * Reads a request, and notes it in the log if it asks for an answer.
 *
 * @param {ReturnType<typeof import('./createRunLog.js').createRunLog>} runs
 * @param {{ url: string, method: string, lastEventId: string | null | undefined }} request
 * @returns {LogRequest | AnswerRequest | undefined} `undefined` if the request is for something else.
 */
export function receiveRequest(runs, { url, method, lastEventId: header }) {
  const { pathname, searchParams } = new URL(url);
  const [, client, resource] = pathPattern.exec(pathname) ?? [];
  if (client === undefined) return undefined;
  if (resource === 'requests') return { log: runs.read(client) };

  const { firstAt, requests } = runs.of(client);
  const lastEventId = Number(header ?? 0);
  const plan = planResponse({
    .../** @type {Pick<import('./planResponse.js').Situation, 'answer' | 'fault'>} */ (
      Object.fromEntries(searchParams)
    ),
    format: /** @type {import('./formats.js').FormatName} */ (resource),
    lastEventId,
    elapsed: performance.now() - firstAt,
    hasBroken: requests.some(({ ending }) => ending === 'cut' || ending === 'ended early'),
  });
  /** @type {import('./createRunLog.js').RequestRecord} */
  const record = { method, lastEventId, status: plan.status, sent: 0, ending: 'open' };
  requests.push(record);
  return { client, plan, record };
}
