import { useState, type ReactNode } from 'react';
import { playScript, type ScriptStep } from 'react-streamed/testing';

/** What the mock server does in a story: one script, or one for each request in order. */
export type Script = readonly ScriptStep[] | readonly (readonly ScriptStep[])[];

interface ScriptedStoryProps {
  readonly script: Script;
  /** Multiplies the pauses of the script. */
  readonly pace: number | undefined;
  readonly children: (fetch: typeof globalThis.fetch) => ReactNode;
}

/** Gives a story its own server, which plays the script from its beginning. */
export function ScriptedStory({ script, pace, children }: ScriptedStoryProps) {
  const [fetch] = useState(() => playScript(script, { pace }));
  return children(fetch);
}
