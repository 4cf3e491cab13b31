/** How long a text may stand still before it counts as a pause, in milliseconds. */
const longestStill = 200;

/**
 * Plays a stream by a law at a frame rate.
 *
 * @param createLaw - gives `arrive(count, now, lag)`, `hurry(now, lag)` and `shown(now)`.
 * @param phase - the point between two frames at which the stream begins, from 0 to 1.
 * @returns how smooth it was while the stream ran, and the delays of its graphemes in milliseconds.
 */
export function playLaw(createLaw, arrivals, { frameRate, phase = 0, maxLag, drain }) {
  const frame = 1000 / frameRate;
  const law = createLaw({ maxLag });
  const [start, end] = [arrivals[0].time, arrivals.at(-1).time];
  const times = [];
  const counts = [];
  const delays = [];
  let [next, shown] = [0, 0];
  let [oldest, oldestLeft] = [0, arrivals[0].count];
  // From the first frame after the first arrival, until nothing can be left.
  for (let now = start + frame * (1 - phase); now < end + maxLag + 2 * frame; now += frame) {
    for (; next < arrivals.length && arrivals[next].time <= now; next++) {
      const { time, count } = arrivals[next];
      law.arrive(count, time, maxLag);
      if (time === end) law.hurry(time, drain);
    }
    const before = shown;
    shown = law.shown(now);
    for (let left = shown - before; left > 0;) {
      const taken = Math.min(left, oldestLeft);
      for (let i = 0; i < taken; i++) delays.push(now - arrivals[oldest].time);
      left -= taken;
      oldestLeft -= taken;
      if (oldestLeft === 0) oldestLeft = arrivals[++oldest]?.count;
    }
    if (now > end) continue;
    times.push(now);
    counts.push(shown - before);
  }
  if (shown !== arrivals.reduce((sum, { count }) => sum + count, 0)) throw new Error('The law lost graphemes.');
  return {
    still: counts.filter((count) => count === 0).length / counts.length,
    paused: measurePauses(times, counts, start) / (end - start),
    ...measureSpeed(counts, Math.round(frameRate / 10)),
    meanDelay: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    worstDelay: Math.max(...delays),
  };
}

/** The time in which the text stood still for longer than is overlooked. */
function measurePauses(times, counts, start) {
  let sum = 0;
  let last = start;
  for (const [index, time] of times.entries()) {
    if (counts[index] === 0 && index < times.length - 1) continue;
    if (time - last > longestStill) sum += time - last;
    last = time;
  }
  return sum;
}

/** How much the graphemes of about 100 ms vary: their standard deviation, and the root mean square of their change, / their mean. */
function measureSpeed(counts, framesPerSpan) {
  const spans = [];
  for (let index = 0; index + framesPerSpan <= counts.length; index += framesPerSpan) {
    spans.push(counts.slice(index, index + framesPerSpan).reduce((sum, count) => sum + count, 0));
  }
  const mean = meanOf(spans);
  const changes = spans.slice(1).map((span, index) => span - spans[index]);
  return {
    variation: Math.sqrt(meanOf(spans.map((span) => (span - mean) ** 2))) / mean,
    change: Math.sqrt(meanOf(changes.map((change) => change ** 2))) / mean,
  };
}

function meanOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
