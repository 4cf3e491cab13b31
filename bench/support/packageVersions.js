import { readFileSync } from 'node:fs';

const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Gives the exact versions of peers, as `bench/package.json` names them. */
export function packageVersions(names) {
  const { dependencies } = readJson('../package.json');
  return Object.fromEntries(names.map((name) => [name, dependencies[name]]));
}
