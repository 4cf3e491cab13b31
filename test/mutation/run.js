// Plants faults into the code, lists those that no test finds, and counts them: npm run test:mutation -- src/core/text src/react
// Without names, it takes every folder.
import { Stryker } from '@stryker-mutator/core';
import { folders } from './folders.js';

const found = ['Killed', 'Timeout'];
const counted = [...found, 'Survived', 'NoCoverage'];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in folders));
if (unknown.length > 0) {
  console.error(`There are no tests for ${unknown.join(', ')}. The folders are ${Object.keys(folders).join(', ')}.`);
  process.exit(1);
}
const results = {};
for (const folder of named.length > 0 ? named : Object.keys(folders)) {
  const files = folder === 'src/core' ? 'src/core/*.ts' : `${folder}/**/*.{ts,tsx}`;
  const mutants = await new Stryker({ mutate: [files], testFiles: folders[folder] }).runMutationTest();
  results[folder] = mutants.map(({ status }) => status);
}
results.all = Object.values(results).flat();
console.table(Object.fromEntries(Object.entries(results).map(([folder, statuses]) => [folder, summarize(statuses)])));

function summarize(statuses) {
  const count = (names) => statuses.filter((status) => names.includes(status)).length;
  const share = (100 * count(found)) / count(counted);
  return {
    mutants: count(counted),
    found: count(found),
    'of them by a timeout': count(['Timeout']),
    share: `${share.toFixed(1)} %`,
  };
}
