import type { ArgTypes } from '@storybook/react-vite';
import { serverArgs } from './serverArgs.ts';

/** The props of demos that are not options of their hooks. */
const demoArgs = new Set(['url', 'text', 'lang', 'throttles', 'network', 'seed', ...Object.keys(serverArgs)]);
const callback = /^on[A-Z]\w*$/;

interface StoryCall {
  readonly hook: string;
  readonly args: Record<string, unknown>;
  readonly argTypes: ArgTypes;
  /** The source of options that the demo itself gives. */
  readonly given?: Record<string, string> | undefined;
}

/** Writes the hook call that a story makes, for its code in the docs: a reader does not need the demo around it. */
export function writeHookCall({ hook, args, argTypes, given = {} }: StoryCall): string {
  const isSpy = (name: string) => callback.test(name) && typeof args[name] === 'function';
  const options = Object.entries(args)
    .filter(([name, value]) => !demoArgs.has(name) && !(name in given) && !isSpy(name) && value !== undefined)
    .map(([name, value]) => {
      const { name: option = name, mapping } = argTypes[name] ?? {};
      return [option, mapping ? nameChoice(mapping, value) : writeValue(value)] as const;
    });
  const lines = [...Object.entries(given), ...options].map(([name, source]) => `  ${name}: ${source},\n`);
  const first = 'url' in args ? writeValue(args['url']) : 'text';
  return lines.length === 0 ? `${hook}(${first});` : `${hook}(${first}, {\n${lines.join('')}});`;
}

/** Finds the name of a choice, which is its source. The Code panel passes what the name stands for. */
function nameChoice(mapping: Record<string, unknown>, value: unknown): string {
  const choice = Object.entries(mapping).find(([, each]) => each === value);
  return choice ? choice[0] : String(value);
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${writeValue(field)}`);
  return `{ ${fields.join(', ')} }`;
}
