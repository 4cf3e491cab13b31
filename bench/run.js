// Runs the parts named on the command line, all of them where none is, and draws the page: node run.js parser react --rounds=3
import { existsSync, readdirSync } from 'node:fs';
import { drawPage } from './page/drawPage.js';
import { formatFiles } from './page/formatFiles.js';
import { writeResults } from './page/results.js';

const here = new URL('./', import.meta.url);
const parts = readdirSync(here).filter((name) => existsSync(new URL(`${name}/index.js`, here)));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = [
  ...named.filter((name) => !parts.includes(name)),
  ...options.filter((option) => !/^--rounds=[1-9]\d*$/.test(option)),
];
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts are: ${parts.join(', ')}. --rounds=3 plays pages at most so often.`,
  );
  process.exit(1);
}
const maxRounds = Number(options.at(-1)?.split('=')[1] ?? Infinity);

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const name of named.length > 0 ? named : parts) {
  const { run } = await import(new URL(`${name}/index.js`, here));
  writeResults(name, { maxRounds, ...(await run({ maxRounds })) });
  drawPage();
  formatFiles();
}
