import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Formats the generated files with the repository's formatter. */
export function formatFiles() {
  execFileSync('npx', ['oxfmt', 'README.md', 'docs/benchmarks.md', 'bench/results'], { cwd: root, stdio: 'ignore' });
}
