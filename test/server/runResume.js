// Runs a thousand random answers that break, and a thousand that are interrupted, unless the environment names another number: `npm run test:resume`.
import { startVitest } from 'vitest/node';

process.env.RESUME_RUNS ??= '1000';

const vitest = await startVitest('test', ['resumable.random', 'resumable.interruptions'], {
  project: ['server'],
  watch: false,
});
await vitest.close();
