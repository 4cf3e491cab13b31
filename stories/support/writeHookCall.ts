/** Writes the call of a hook that a story makes, for its code in the docs: the demo around it is not what a reader needs. */
export function writeHookCall(hook: string, args: Record<string, unknown>): string {
  const options = Object.entries(args).filter(([name]) => !['url', 'text', 'lang'].includes(name));
  const first = 'url' in args ? writeValue(args['url'], '') : 'text';
  const second = options.length === 0 ? '' : `, ${writeValue(Object.fromEntries(options), '')}`;
  return `${hook}(${first}${second});`;
}

function writeValue(value: unknown, indent: string): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'function') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const lines = Object.entries(value).map(
    ([name, item]) => `${indent}  ${name}: ${writeValue(item, `${indent}  `)},\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}
