// Counts “where” and “if” per 1,000 words of prose: node scripts/prose/countWords.js ['docs/**/*.md' …]
import { readFileSync } from 'node:fs';
import { extractProse } from './extractProse.js';
import { listProseFiles } from './proseFiles.js';

const root = new URL('../../', import.meta.url);
const codeBlock = /^( *)```[\s\S]*?^\1```/gm;
const codeSpan = /`[^`]*`/g;
const word = /\p{L}[\p{L}\p{N}’'-]*/gu;
const counted = ['where', 'if'];

const paths = listProseFiles(process.argv.slice(2));
const words = paths.flatMap((path) =>
  extractProse(path, readFileSync(new URL(path, root), 'utf8')).flatMap(
    ({ text }) => text.replaceAll(codeBlock, '').replaceAll(codeSpan, ' ').toLowerCase().match(word) ?? [],
  ),
);

console.log(`${words.length} words of prose in ${paths.length} files`);
for (const name of counted) {
  const share = (1000 * words.filter((found) => found === name).length) / words.length;
  console.log(`${name}: ${share.toFixed(1)} per 1,000 words`);
}
