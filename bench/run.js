// Runs the parts named on the command line, or all of them, and draws the page: node run.js parser react --rounds=3
// With --only=input-4x,markdown it measures only those tables of react or typewriter, and keeps the others.
// With --draw it measures nothing and draws the page from the stored results.
import { existsSync, readdirSync } from 'node:fs';
import { drawPage } from './page/drawPage.js';
import { formatFiles } from './page/formatFiles.js';
import { writeResults } from './page/results.js';

const here = new URL('./', import.meta.url);
const parts = readdirSync(here).filter((name) => existsSync(new URL(`${name}/index.js`, here)));
const optionForm = /^(?:--rounds=[1-9]\d*|--only=[\w,-]+|--draw)$/;
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = [
  ...named.filter((name) => !parts.includes(name)),
  ...options.filter((option) => !optionForm.test(option)),
];
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. The parts are ${parts.join(', ')}. --rounds=3 plays each page at most three times, --only=markdown measures only that table of react, and --draw only draws the page.`,
  );
  process.exit(1);
}
if (options.includes('--draw')) {
  drawPage();
  formatFiles();
  process.exit();
}
const findValue = (option) => options.findLast((word) => word.startsWith(`${option}=`))?.split('=')[1];
const maxRounds = Number(findValue('--rounds') ?? Infinity);
const only = findValue('--only')?.split(',');

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const name of named.length > 0 ? named : parts) {
  const { run, scenarioNames = [] } = await import(new URL(`${name}/index.js`, here));
  const missing = only?.filter((scenario) => !scenarioNames.includes(scenario)) ?? [];
  if (missing.length > 0) {
    console.error(
      `${name} does not measure ${missing.join(', ')} by itself, only ${scenarioNames.join(', ') || 'everything'}.`,
    );
    process.exit(1);
  }
  writeResults(name, { maxRounds, only, ...(await run({ maxRounds, only })) });
  drawPage();
  formatFiles();
}
