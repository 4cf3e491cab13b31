import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';
import { textLength } from './tokens.js';

const tokens = 30_000;
const byHand = 'by hand';
const fromEvents = [
  byHand,
  'by hand, rows in React',
  'useEventSource, concat()',
  'useFetchStream, concat()',
  'useFetchStream, blocks()',
  'useFetchStream, blocks(), content-visibility',
];
const peers = ['useChat', 'useChat, throttle 50', 'useCompletion', 'useCompletion, throttle 50'];

/**
 * Prints and returns the task times of a page that receives 30,000 tokens at five paces. If they arrive within a few frames, each
 * way lays out the whole text only a few times. The slower they arrive, the more the cost of one frame's layout counts.
 */
export async function measureBursts(stage) {
  return [
    await measureBurst(stage, { id: 'at-once', pace: 'in one write', query: '&whole' }),
    await measureBurst(stage, { id: 'fast', pace: 'as fast as the page reads them', query: '', withPeers: true }),
    await measureBurst(stage, { id: '300-ms', pace: 'over 0.3 s', query: '&over=300' }),
    await measureBurst(stage, { id: '1-s', pace: 'over 1 s', query: '&over=1000' }),
    await measureBurst(stage, { id: '3-s', pace: 'over 3 s', query: '&over=3000', withPeers: true }),
  ];
}

async function measureBurst(stage, { id, pace, query, withPeers = false }) {
  const length = textLength(tokens);
  const play = (path) => (candidate) => [candidate, { candidate, length, url: `${path}?tokens=${tokens}${query}` }];
  const others = [play('/events')('setState for each event'), ...peers.map(play('/ui-messages'))];
  const results = {
    ...(await playRounds(stage, 'burst', fromEvents.map(play('/events')), 9)),
    ...(withPeers ? await playRounds(stage, 'burst', others, 5) : {}),
  };
  const rows = Object.entries(results).map(([candidate, plays]) => {
    const taskTime = summarize(plays.map(({ taskTime }) => taskTime));
    const changes = summarize(plays.map(({ answer }) => answer));
    return { candidate, taskTime, changes };
  });
  return printTable({
    id: `tokens-${id}`,
    title: `30,000 tokens ${pace}`,
    about:
      'Task time of the main thread in milliseconds. The ratio divides it by the time of the page written by hand.',
    columns: ['way', 'task time', 'spread', 'ratio', 'page changes', 'time a change', 'target'],
    rows: rows.map(({ candidate, taskTime, changes }) => {
      const ratio = taskTime.median / rows[0].taskTime.median;
      const limit = candidate.includes('blocks') ? 0.6 : 1.15;
      const isOurs = fromEvents.includes(candidate) && candidate.startsWith('use');
      return [
        candidate,
        taskTime.median,
        taskTime.spread,
        ratio,
        `${changes.median} (${changes.spread})`,
        (taskTime.median / changes.median).toFixed(2),
        isOurs ? judge(ratio, limit) : '',
      ];
    }),
    chart: { column: 'ratio', limit: 1.15, limitOf: 'concat()' },
  });
}
