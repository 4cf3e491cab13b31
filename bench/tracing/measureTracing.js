import { playRounds } from '../react/playRounds.js';
import { summarize } from '../react/summarize.js';
import { textLength } from '../react/tokens.js';
import { median } from '../support/measure.js';
import { judge, printTable } from '../support/printTable.js';

const tokens = 30_000;
const off = 'tracing off';
const on = 'tracing on';

/** Prints and returns the task times of a page that receives 30,000 tokens, with tracing and without. */
export async function measureTracing(stage, { id, pace, query }) {
  const input = { length: textLength(tokens), url: `/events?tokens=${tokens}${query}` };
  const plays = [off, on].map((candidate) => [candidate, { ...input, isTraced: candidate === on }]);
  const results = await playRounds(stage, 'traced', plays, 41);
  const times = (candidate) => results[candidate].map(({ taskTime }) => taskTime);
  const [timesOff, timesOn] = [times(off), times(on)];
  const ratio = median(timesOn) / median(timesOff);
  // The two plays of a round follow each other on a machine that is equally busy.
  const ratios = summarize(
    timesOn.map((time, round) => time / timesOff[round]),
    2,
  );
  const row = (candidate, figures) => {
    const { median: time, spread } = summarize(times(candidate));
    return [candidate, time, spread, ...figures];
  };
  return printTable({
    id,
    title: `Tracing 30,000 tokens ${pace}`,
    about:
      'Task time of the main thread in milliseconds, for `useFetchStream` with `concat()`. The last columns compare the two plays of each round.',
    columns: ['tracing', 'task time', 'spread', 'ratio', 'median of rounds', 'spread of rounds', 'target'],
    rows: [row(off, [1, '', '', '']), row(on, [ratio, ratios.median.toFixed(3), ratios.spread, judge(ratio, 1.02)])],
  });
}
