// Runs a thousand random answers that break, unless the environment names another number: `npm run test:resume`.
import { startVitest } from 'vitest/node';

process.env.RESUME_RUNS ??= '1000';

const vitest = await startVitest('test', ['resumable.random'], { project: ['server'], watch: false });
await vitest.close();
