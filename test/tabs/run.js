// Runs all of the tests of many tabs, with 200 handovers, 100 end marks and 25 rounds of random kills unless the environment
// names other numbers. Prints what was counted.
import { startVitest } from 'vitest/node';

process.env.TABS_HANDOVERS ??= '200';
process.env.TABS_BURSTS ??= '25';
process.env.TABS_ENDS ??= '100';
process.env.TABS_KILLS ??= '25';

const vitest = await startVitest('test', [], { project: ['tabs'], watch: false });
await vitest.close();
