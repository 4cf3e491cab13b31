// Runs the parts named on the command line, or all of them, and draws the page: node run.js parser react --rounds=3
// With --draw it measures nothing and draws the page from the stored results.
import { existsSync, readdirSync } from 'node:fs';
import { drawPage } from './page/drawPage.js';
import { formatFiles } from './page/formatFiles.js';
import { writeResults } from './page/results.js';

const here = new URL('./', import.meta.url);
const parts = readdirSync(here).filter((name) => existsSync(new URL(`${name}/index.js`, here)));
const optionForm = /^(?:--rounds=[1-9]\d*|--draw)$/;
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = [
  ...named.filter((name) => !parts.includes(name)),
  ...options.filter((option) => !optionForm.test(option)),
];
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts are ${parts.join(', ')}. --rounds=3 plays each page at most three times, and --draw only draws the page.`,
  );
  process.exit(1);
}
if (options.includes('--draw')) {
  drawPage();
  formatFiles();
  process.exit();
}
const rounds = options.findLast((option) => option.startsWith('--rounds='));
const maxRounds = Number(rounds?.split('=')[1] ?? Infinity);

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const name of named.length > 0 ? named : parts) {
  const { run } = await import(new URL(`${name}/index.js`, here));
  writeResults(name, { maxRounds, ...(await run({ maxRounds })) });
  drawPage();
  formatFiles();
}
