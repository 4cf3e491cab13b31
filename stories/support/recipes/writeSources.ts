/** A path from the folder of its recipe. */
const pathInRecipe = /recipes\/[^/]+\/(?<path>.+)$/;

/** Writes the files of a recipe one below the other, each with its path: what the page shows first, then the server. */
export function writeSources(files: Record<string, unknown>): string {
  return Object.entries(files)
    .map(([file, source]) => ({ path: pathInRecipe.exec(file)?.groups?.['path'] ?? file, source: String(source) }))
    .toSorted((one, other) => rank(one.path) - rank(other.path) || (one.path < other.path ? -1 : 1))
    .map(({ path, source }) => `/* ${path} */\n\n${source.trim()}\n`)
    .join('\n');
}

/** Components first, then what they use, then the server, and the styles last. */
function rank(path: string): number {
  if (path.endsWith('.css')) return 3;
  if (path.startsWith('server/')) return 2;
  return path.endsWith('.tsx') ? 0 : 1;
}
