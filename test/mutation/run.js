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
const counts = [];
for (const folder of named.length > 0 ? named : Object.keys(folders)) {
  const files = folder === 'src/core' ? 'src/core/*.ts' : `${folder}/**/*.{ts,tsx}`;
  // StrykerJS has an option for this, with which it does not notice that a mutated constant of a module is found.
  process.env['MUTATION_TESTS'] = folders[folder]?.join(',');
  const mutants = await new Stryker({ mutate: [files] }).runMutationTest();
  const count = (/** @type {string[]} */ names) => mutants.filter(({ status }) => names.includes(status)).length;
  counts.push({ folder, mutants: count(counted), found: count(found), byTimeout: count(['Timeout']) });
}
const all = counts.reduce((sum, { mutants, found, byTimeout }) => ({
  folder: 'all',
  mutants: sum.mutants + mutants,
  found: sum.found + found,
  byTimeout: sum.byTimeout + byTimeout,
}));
console.table([...counts, all].map((row) => ({ ...row, share: `${((100 * row.found) / row.mutants).toFixed(1)} %` })));
