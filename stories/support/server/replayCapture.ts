import type { ScriptStep } from 'react-streamed/testing';

/** Plays what a provider sent, in bursts that are cut anywhere. */
export function replayCapture(capture: string, after = 30): ScriptStep[] {
  const isEvents = /^(data|event|:)/.test(capture);
  const bursts = capture.match(/[^]{1,160}/gu) ?? [];
  return [
    { status: 200, headers: { 'content-type': isEvents ? 'text/event-stream' : 'application/x-ndjson' } },
    ...bursts.map((text) => ({ after, text })),
  ];
}
