// Prints the failures of each test, and of each file that could not be run, in a report that Vitest's `json` reporter wrote.
// A test that was tried again and passed is listed as well.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));

for (const file of report.testResults) {
  const path = relative(process.cwd(), file.name);
  const withFailures = file.assertionResults.filter(({ failureMessages }) => failureMessages?.length > 0);
  for (const { status, fullName, failureMessages } of withFailures) {
    const outcome = status === 'failed' ? 'failed' : 'failed once';
    console.log(`${outcome}: ${path} > ${fullName}\n${failureMessages.join('\n')}`);
  }
  if (file.status === 'failed' && withFailures.length === 0) {
    console.log(`failed: ${path}\n${file.message}`);
  }
}
