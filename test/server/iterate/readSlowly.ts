import { setTimeout as wait } from 'node:timers/promises';
import { iterateFetchStream } from 'react-streamed/core';

/** A Node script that reads a large response slowly, and prints how much memory that took. */
const url = process.argv[2]!;

// A plain loop over `fetch` loads its modules, and grows the memory of Node to what reading slowly takes at least.
let warm = 0;
for await (const chunk of (await fetch(url)).body!) {
  warm += chunk.length;
  await wait(1);
  if (warm > 30_000_000) break;
}

const start = process.memoryUsage().rss;
let bytes = 0;
let chunks = 0;
let peak = 0;
for await (const chunk of iterateFetchStream(url, { as: 'bytes', idleTimeout: 30_000 })) {
  bytes += chunk.length;
  chunks += 1;
  await wait(1);
  peak = Math.max(peak, process.memoryUsage().rss);
}
console.log(JSON.stringify({ bytes, chunks, grownBy: peak - start }));
