/** How much faster than the arrivals the text is shown, and the memory of their rate in milliseconds. */
const [haste, memory] = [1.1, 2000];
/** What is taken for known at first: 200 graphemes a second for 300 ms. */
const [priorCount, priorTime] = [60, 300];

/**
 * The law that ours started from, as it was stated: the speed is 1.1 times the estimated rate of the arrivals, or what the
 * tightest deadline asks for where that is more. Its statement has a least speed too, without a number; here it has none,
 * since a faster one runs dry sooner. It has the methods of ours: `arrive`, `hurry` and `shown`.
 */
export function createRateLaw({ maxLag }) {
  let time = 0;
  let position = 0;
  let arrived = 0;
  let count = priorCount;
  let duration = priorTime;
  let last;
  let queue = [];

  const advance = (now) => {
    while (time < now) {
      const rate = (haste * count) / duration;
      const speed = Math.max(rate, ...queue.map(({ end, deadline }) => (end - position) / (deadline - time)));
      const until = Math.min(now, queue[0]?.deadline ?? now);
      position = Math.min(arrived, position + speed * (until - time));
      time = until;
      // So that no rounding error is left of what is due.
      while (queue[0]?.deadline <= time) position = Math.max(position, queue.shift().end);
    }
    return Math.floor(position + 1e-6);
  };

  return {
    arrive: (added, now) => {
      advance(now);
      if (last) {
        const gap = Math.min(maxLag, now - last.time);
        const decay = Math.exp(-gap / memory);
        count = count * decay + last.added;
        duration = duration * decay + gap;
      }
      last = { time: now, added };
      queue.push({ end: (arrived += added), deadline: now + maxLag });
    },
    hurry: (now, lag) => {
      advance(now);
      queue = queue.map(({ end, deadline }) => ({ end, deadline: Math.min(deadline, now + lag) }));
    },
    shown: advance,
  };
}
