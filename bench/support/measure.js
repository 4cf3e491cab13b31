export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** Returns the quantile of the numbers for a share. If it falls between two of them, the result is interpolated. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/** The processor time of this process so far, in milliseconds. Other processes of a busy machine do not count in it. */
export function readTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Times each candidate (name → function, async or not) in turn, round after round in one process, so that a busy machine
 * slows all of them alike. A sample repeats its candidate for about `sampleTime` milliseconds.
 *
 * @returns the processor times of one call in each round per candidate, in milliseconds.
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
  return Object.fromEntries(entries.map(({ name, samples }) => [name, samples]));
}
