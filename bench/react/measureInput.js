import { quantile } from '../support/measure.js';
import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { pressKeys } from './pressKeys.js';
import { summarize } from './summarize.js';
import { textLength } from './tokens.js';

const tokens = 30_000;
const duration = 4000;
const still = 'no stream';
const byHand = 'by hand';
const ours = ['useFetchStream, concat()', 'useFetchStream, blocks()', 'useFetchStream, blocks(), content-visibility'];

/** How much later than without a stream a key may be answered, in milliseconds: a frame. */
const frame = 16;

/** Prints how long a key press waits for the next paint while 30,000 tokens arrive over 4 s. */
export function measureInput(stage, slowdown) {
  const peers = slowdown > 1 ? ['useChat', 'useChat, throttle 50'] : ['useChat, throttle 50'];
  return measure(stage, slowdown, [still, byHand, ...ours, ...peers]);
}

async function measure(stage, slowdown, candidates) {
  const length = textLength(tokens);
  const plays = candidates.map((candidate) => {
    const path = candidate.startsWith('useChat') ? '/ui-messages' : '/events';
    return [candidate, { candidate, length, duration, url: `${path}?tokens=${tokens}&over=${duration}` }];
  });
  const results = await playRounds(stage, 'input', plays, 7, {
    slowdown,
    meanwhile: ({ session }) => pressKeys(session, duration),
  });
  const rows = Object.entries(results).map(([candidate, plays]) => summarizeInput(candidate, plays));
  const find = (name) => rows.find(({ candidate }) => candidate === name);
  return printTable({
    id: `input-${slowdown}x`,
    title: `A key press while 30,000 tokens arrive over 4 s${slowdown > 1 ? `, processor slowed down ${slowdown} times` : ''}`,
    about:
      'Milliseconds from the dispatch of a key press by the browser until the next frame is painted. In each play, p50 and p95 are taken from about 40 key presses. The columns give the medians of the plays and their spread. Long tasks are those over 50 ms in one play.',
    columns: ['way', 'p50', 'spread', 'p95', 'spread', 'long tasks', 'longest', 'target'],
    rows: rows.map(({ candidate, p50, p95, longTasks, longest }) => [
      candidate,
      p50.median,
      p50.spread,
      p95.median,
      p95.spread,
      `${longTasks.median} (${longTasks.spread})`,
      `${longest.median.toFixed(0)} (${longest.spread})`,
      judgeInput({ candidate, slowdown, p95: p95.median, hand: find(byHand).p95.median, none: find(still).p95.median }),
    ]),
    chart: { column: 'p95' },
  });
}

function summarizeInput(candidate, plays) {
  const over = (share) => plays.map(({ answer }) => quantile(answer.latencies, share));
  return {
    candidate,
    p50: summarize(over(0.5), 1),
    p95: summarize(over(0.95), 1),
    longTasks: summarize(plays.map(({ answer }) => answer.longTasks.length)),
    longest: summarize(plays.map(({ answer }) => Math.max(0, ...answer.longTasks))),
  };
}

function judgeInput({ candidate, slowdown, p95, hand, none }) {
  if (!ours.includes(candidate)) return '';
  if (candidate.includes('blocks')) return judge(p95, Number((none + frame).toFixed(1)));
  return slowdown > 1 ? judge(p95, Number((hand / 2).toFixed(1))) : '';
}
