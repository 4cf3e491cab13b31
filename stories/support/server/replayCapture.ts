import type { ScriptStep } from 'react-streamed/testing';

const startOfEvents = /^(data|event|:)/;
const burst = /[^]{1,160}/gu;

/** How long a capture takes in the gallery, in milliseconds. */
const duration = 5000;

/** Plays what a provider sent, in bursts that are cut anywhere. */
export function replayCapture(capture: string): ScriptStep[] {
  const contentType = startOfEvents.test(capture) ? 'text/event-stream' : 'application/x-ndjson';
  const bursts = capture.match(burst) ?? [];
  const after = duration / bursts.length;
  return [{ status: 200, headers: { 'content-type': contentType } }, ...bursts.map((text) => ({ after, text }))];
}
