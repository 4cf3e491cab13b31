import type { Decorator } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { playScript, type ScriptStep } from 'react-streamed/testing';

/** What the mock server does in a story: one script, or one for each request in order. */
export type Script = readonly ScriptStep[] | readonly (readonly ScriptStep[])[];

interface ScriptedProps {
  readonly script: Script;
  readonly children: (fetch: typeof globalThis.fetch) => ReactNode;
}

function Scripted({ script, children }: ScriptedProps) {
  const [fetch] = useState(() => playScript(script));
  return children(fetch);
}

/** Gives a story a `fetch` that plays `parameters.script`, from the beginning each time the story mounts. */
export const withScript: Decorator = (Story, { args, parameters }) => {
  const script = parameters['script'] as Script | undefined;
  if (!script) return <Story />;
  return <Scripted script={script}>{(fetch) => <Story args={{ ...args, fetch }} />}</Scripted>;
};
