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
 * Prints and gives the task times of 30,000 tokens into a page at five paces. Where they come within a few frames, each way lays out
 * the whole text once or a few times; the slower they come, the more it counts what a frame lays out again.
 */
export async function measureBursts(stage) {
  return [
    await measureBurst(stage, 'in one write', '&whole', false),
    await measureBurst(stage, 'as fast as the page reads them', '', true),
    await measureBurst(stage, 'over 0.3 s', '&over=300', false),
    await measureBurst(stage, 'over 1 s', '&over=1000', false),
    await measureBurst(stage, 'over 3 s', '&over=3000', true),
  ];
}

async function measureBurst(stage, pace, query, withPeers) {
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
    title: `30,000 tokens ${pace}`,
    about:
      'task time of the main thread, in milliseconds of processor time, / the page that writes the text by hand once a frame. A way that gets to show more frames works more: see the page changes, and the time of one. Rows save what a frame lays out again: the fewer the frames, the less; with content-visibility they save what is out of view as well. “By hand, rows in React” is that page without this package: about the least that rows can cost.',
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
