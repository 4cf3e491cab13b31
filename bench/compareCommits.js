// Measures the parser, the typewriter and the hooks of another commit in turns with those of the work tree:
// node bench/compareCommits.js HEAD~1 [--rounds=7]
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { comparePages } from './commits/comparePages.js';
import { compareParsers } from './commits/compareParsers.js';
import { compareTypewriters } from './commits/compareTypewriters.js';
import { sourceFolder } from './support/importSource.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const checkout = new URL('./.build/before/', import.meta.url);

const { commit, rounds } = readArguments(process.argv.slice(2));
checkOut(commit);
const sources = { before: new URL('./src/', checkout), now: sourceFolder };
await compareParsers(sources, rounds);
await compareTypewriters(sources, rounds);
await comparePages(sources, rounds);

function readArguments(words) {
  const commit = words.find((word) => !word.startsWith('--'));
  const rounds = words.find((word) => word.startsWith('--rounds='))?.split('=')[1] ?? '7';
  if (!commit || !/^[1-9]\d*$/.test(rounds)) {
    console.error('Name the commit to compare with, for example: node bench/compareCommits.js HEAD~1 --rounds=7');
    process.exit(1);
  }
  return { commit, rounds: Number(rounds) };
}

/** Writes the source of a commit into a separate folder. */
function checkOut(commit) {
  rmSync(checkout, { recursive: true, force: true });
  mkdirSync(checkout, { recursive: true });
  const archive = execFileSync('git', ['archive', commit, 'src'], { cwd: root, maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', fileURLToPath(checkout)], { input: archive });
}
