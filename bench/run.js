// Runs the parts named on the command line, all of them where none is: node run.js parser
import { existsSync, readdirSync } from 'node:fs';

const here = new URL('./', import.meta.url);
const parts = readdirSync(here).filter((name) => existsSync(new URL(`${name}/index.js`, here)));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are: ${parts.join(', ')}.`);
  process.exit(1);
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const name of named.length > 0 ? named : parts) {
  const { run } = await import(new URL(`${name}/index.js`, here));
  await run();
}
