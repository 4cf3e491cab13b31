export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The processor time of this process so far, in milliseconds. Other processes of a busy machine do not count in it. */
function readTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Times each candidate (name → function, async or not) in turn, round after round in one process, so that a busy machine
 * slows all of them alike. A sample repeats its candidate for about `sampleTime` milliseconds.
 *
 * @returns the median processor time of one call per candidate, in milliseconds.
 */
export async function measure(candidates, { rounds = 25, sampleTime = 10, warmUpTime = 60 } = {}) {
  const entries = [];
  for (const [name, run] of Object.entries(candidates)) {
    const begin = readTime();
    let warmups = 0;
    do {
      await run();
      warmups++;
    } while (readTime() - begin < warmUpTime);
    const once = (readTime() - begin) / warmups;
    entries.push({ name, run, samples: [], repeats: Math.max(1, Math.round(sampleTime / once)) });
  }
  for (let round = 0; round < rounds; round++) {
    // Every other round runs backwards: no candidate always follows the same one's garbage.
    for (const entry of round % 2 ? entries.toReversed() : entries) {
      const begin = readTime();
      for (let i = 0; i < entry.repeats; i++) {
        const answer = entry.run();
        if (answer !== undefined) await answer;
      }
      entry.samples.push((readTime() - begin) / entry.repeats);
    }
  }
  return Object.fromEntries(entries.map(({ name, samples }) => [name, median(samples)]));
}
