import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Formats the page and the results as the repository's formatter does. */
export function formatFiles() {
  execFileSync('npx', ['oxfmt', 'docs/benchmarks.md', 'bench/results'], { cwd: root, stdio: 'ignore' });
}
