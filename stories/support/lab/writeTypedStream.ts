import type { StoryContext } from '@storybook/react-vite';
import { writeHookCall } from '../controls/writeHookCall.ts';

/** Writes the calls of a fetch stream and of the typewriter that shows its text, for the code in the docs. */
export function writeTypedStream(_code: string, { args, argTypes, parameters }: StoryContext): string {
  const call = writeHookCall({ hook: parameters['hook'], args, argTypes, given: parameters['given'] });
  return `const { data, isStreaming } = ${call}\nconst { text } = useTypewriter(data, { isStreaming });`;
}
