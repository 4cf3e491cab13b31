// Runs the whole comparison with the browser's EventSource: 3000 streams of a new seed, unless the environment names others.
import { startVitest } from 'vitest/node';

process.env.DIFFERENTIAL_STREAMS ??= '3000';
process.env.DIFFERENTIAL_SEED ??= String(Date.now() % 2 ** 31);

const vitest = await startVitest('test', [], { project: ['differential'], watch: false });
await vitest.close();
