import { serverArgs } from './serverArgs.ts';

/** What a demo takes that is no option of its hook. */
const demoArgs = new Set(['url', 'text', 'lang', 'throttles', ...Object.keys(serverArgs)]);

/**
 * Writes the call of a hook that a story makes, for its code in the docs: the demo around it is not what a reader needs.
 *
 * @param given - the source of options that the demo itself gives, or that have no literal.
 */
export function writeHookCall(hook: string, args: Record<string, unknown>, given: Record<string, string> = {}): string {
  const options = Object.entries(args)
    .filter(([name]) => !demoArgs.has(name) && !(name in given))
    .map(([name, value]) => [name, writeValue(value)] as const);
  const lines = [...Object.entries(given), ...options].map(([name, source]) => `  ${name}: ${source},\n`);
  const first = 'url' in args ? writeValue(args['url']) : 'text';
  return lines.length === 0 ? `${hook}(${first});` : `${hook}(${first}, {\n${lines.join('')}});`;
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${writeValue(field)}`);
  return `{ ${fields.join(', ')} }`;
}
