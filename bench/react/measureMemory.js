import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';

const mebibyte = 2 ** 20;

/** Prints the heap of a page after a million events of which it keeps a hundred. */
export async function measureMemory(stage) {
  const plays = [
    ['10,000', { url: '/events?tokens=10000' }],
    ['1,000,000', { url: '/events?tokens=1000000' }],
  ];
  const results = await playRounds(stage, 'memory', plays, 5, { read: readHeap });
  const rows = Object.entries(results).map(([events, plays]) => ({
    events,
    heap: summarize(
      plays.map(({ reading }) => reading),
      3,
    ),
  }));
  return printTable({
    id: 'memory',
    title: 'Memory of a long stream',
    about: 'Heap of the page in MB after garbage collection, once all events have gone into `list({ limit: 100 })`.',
    columns: ['events', 'heap', 'spread', 'more', 'target'],
    rows: rows.map(({ events, heap }, index) => {
      const more = heap.median - rows[0].heap.median;
      return [events, heap.median, heap.spread, more, index ? judge(more, 2) : ''];
    }),
  });
}

async function readHeap({ session }) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / mebibyte;
}
