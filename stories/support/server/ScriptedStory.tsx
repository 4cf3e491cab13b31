import { useState, type ReactNode } from 'react';
import { playScript, type ScriptStep } from 'react-streamed/testing';
import { WireLog } from '../demos/WireLog.tsx';
import { recordExchanges } from './recordExchanges.ts';

/** What the mock server does in a story: one script, or one for each request in order. */
export type Script = readonly ScriptStep[] | readonly (readonly ScriptStep[])[];

interface ScriptedStoryProps {
  readonly script: Script;
  /** Multiplies the pauses of the script. */
  readonly pace: number | undefined;
  /** Whether what the server sends is shown from the beginning. */
  readonly showsWire: boolean;
  readonly children: (fetch: typeof globalThis.fetch) => ReactNode;
}

/** Gives a story its own server, which plays the script from its beginning, and shows what it sends. */
export function ScriptedStory({ script, pace, showsWire, children }: ScriptedStoryProps) {
  const [recorder] = useState(() => recordExchanges(playScript(script, { pace })));
  return (
    <>
      {children(recorder.fetch)}
      <WireLog recorder={recorder} isOpen={showsWire} />
    </>
  );
}
