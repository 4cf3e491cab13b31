// Prints a line for each failed test, and for each file that could not be run, of a report that Vitest's `json` reporter wrote.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));

for (const file of report.testResults) {
  const path = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  for (const test of failed) {
    console.log(`failed test: ${path} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
  }
  if (file.status === 'failed' && failed.length === 0) {
    console.log(`failed file: ${path}\n${file.message}`);
  }
}
