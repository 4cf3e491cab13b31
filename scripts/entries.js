import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { name, exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The package's entries by their file in `src`, as `exports` in package.json lists them. `index` is the first. */
export const entries = Object.values(exports)
  .map(({ default: file }) => /^\.\/dist\/(\w+)\.js$/.exec(file ?? '')?.[1])
  .filter((entry) => entry !== undefined);

/** Where each entry's source is, for tools that resolve imports. The longer names are first. */
export const sourceAlias = Object.fromEntries(
  entries.toReversed().map((entry) => [entry === 'index' ? name : `${name}/${entry}`, `${root}src/${entry}.ts`]),
);
