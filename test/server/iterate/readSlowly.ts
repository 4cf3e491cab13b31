import { setTimeout as wait } from 'node:timers/promises';
import { iterateFetchStream } from 'react-streamed/core';

/** A Node script that reads a large response slowly, and prints how much memory that took. */
const url = process.argv[2]!;
let bytes = 0;
let chunks = 0;
let start = 0;
let peak = 0;
for await (const chunk of iterateFetchStream(url, { as: 'bytes', idleTimeout: 30_000 })) {
  bytes += chunk.length;
  chunks += 1;
  await wait(1);
  const { rss } = process.memoryUsage();
  // The first chunks load the modules and grow the heap to its usual size.
  if (bytes < 10_000_000) start = rss;
  peak = Math.max(peak, rss);
}
console.log(JSON.stringify({ bytes, chunks, grownBy: peak - start }));
