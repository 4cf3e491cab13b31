// Checks the project's prose: node scripts/prose/lintProse.js ['docs/**/*.md' …]
import { existsSync, readFileSync } from 'node:fs';
import { extractProse } from './extractProse.js';
import { lintText } from './lintText.js';
import { listProseFiles } from './proseFiles.js';

const root = new URL('../../', import.meta.url);
const paths = listProseFiles(process.argv.slice(2)).filter((path) => existsSync(new URL(path, root)));

let count = 0;
for (const path of paths) {
  for (const { line, text } of extractProse(path, readFileSync(new URL(path, root), 'utf8'))) {
    for (const finding of await lintText(text)) {
      count += 1;
      console.error(`${path}:${line + finding.line - 1}: ${finding.message} (${finding.rule})`);
    }
  }
}

console.log(`Checked the prose of ${paths.length} files and found ${count} faults.`);
if (count > 0) process.exitCode = 1;
