/** @param {number} delay */
const wait = (delay) => new Promise((resolve) => setTimeout(resolve, delay));

/** Long enough for everything that was written to reach the page, in milliseconds. */
const transit = 300;

/**
 * Writes a response as planned, and notes in the record what became of it.
 *
 * @param {import('./planResponse.js').ResponsePlan} plan
 * @param {import('./createRunLog.js').RequestRecord} record
 * @param {{ enqueue(bytes: Uint8Array): void }} controller
 */
export async function playResponse({ chunks, ending }, record, controller) {
  const startedAt = performance.now();
  for (const { at, tokens, bytes } of chunks) {
    const delay = startedAt + at - performance.now();
    if (delay > 0) await wait(delay);
    if (record.ending === 'canceled') return;
    controller.enqueue(bytes);
    record.sent += tokens;
  }
  // A cut would also destroy what is still on its way to the page.
  if (ending === 'cut') await wait(transit);
  if (record.ending !== 'canceled') record.ending = ending;
}
