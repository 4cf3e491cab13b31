/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Gives when how many graphemes arrive in a stream of about eight seconds. Its rate (15 to 600 graphemes a second), the
 * mean gap between its pieces (15 to 400 ms) and how much gaps and pieces vary differ from seed to seed. Now and then
 * nothing comes for 0.2 to 1.5 s: either the model paused, or the network did and all comes at once.
 */
function createBurstyStream(seed) {
  const random = createRandom(seed);
  const between = (least, most) => least * (most / least) ** random();
  const [rate, meanGap, variation, pauses] = [between(15, 600), between(15, 400), random(), random() * 0.06];
  const vary = (mean) => mean * (1 - variation - variation * Math.log(1 - random()));
  const arrivals = [];
  let [time, owed] = [0, 0];
  while (time < 8000) {
    const isPause = random() < pauses;
    const gap = isPause ? between(200, 1500) : vary(meanGap);
    time += gap;
    owed += (rate / 1000) * (isPause && random() < 0.5 ? 0 : vary(gap));
    const count = Math.floor(owed);
    if (count === 0) continue;
    owed -= count;
    arrivals.push({ time, count });
  }
  return arrivals;
}

/** The streams of the first seeds. */
export const burstyStreams = Array.from({ length: 300 }, (_, index) => createBurstyStream(index + 1));

/** Gives when `count` graphemes arrive each `gap` milliseconds, for eight seconds. */
export function createEvenStream(count, gap) {
  return Array.from({ length: Math.floor(8000 / gap) }, (_, index) => ({ time: (index + 1) * gap, count }));
}
