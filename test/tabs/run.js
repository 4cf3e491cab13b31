// Runs all of the tests of many tabs: 200 handovers, unless the environment names another number. Prints what was counted.
import { startVitest } from 'vitest/node';

process.env.TABS_HANDOVERS ??= '200';
process.env.TABS_BURSTS ??= '25';

const vitest = await startVitest('test', [], { project: ['tabs'], watch: false });
await vitest.close();
