import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';
import { textLength } from './tokens.js';

const tokens = 30_000;
const rounds = 7;
const byHand = 'by hand';
const fromEvents = [
  byHand,
  'by hand, rows in React',
  'useEventSource, concat()',
  'useFetchStream, concat()',
  'useFetchStream, blocks()',
  'useFetchStream, blocks(), content-visibility',
];
const chats = ['useChat', 'useChat, throttle 50'];
const completions = ['useCompletion', 'useCompletion, throttle 50'];
const stateOfEach = ['setState for each event', 'streamedQuery'];

/** What ours may take of the time of the page written by hand: less if the text is laid out often. */
const limits = { cheap: { concat: 1.05, blocks: 0.9 }, dear: { concat: 0.5, blocks: 0.3 } };

const bursts = {
  'at-once': { pace: 'in one write', query: '&whole', limit: limits.cheap },
  fast: {
    pace: 'as fast as the page reads them',
    query: '',
    limit: limits.cheap,
    peers: [...stateOfEach, ...chats, ...completions],
  },
  fed: {
    pace: 'four in a task',
    query: '',
    isFed: true,
    limit: limits.cheap,
    peers: [...stateOfEach, ...chats, 'useCompletion, throttle 50'],
    about:
      'The page gets the stream from memory, four events in each task, as from a service worker. So the tasks of the stream compete with the frames. The last column is the time in milliseconds from the last byte until the last character is shown.',
  },
  '300-ms': { pace: 'over 0.3 s', query: '&over=300', limit: limits.dear },
  '1-s': { pace: 'over 1 s', query: '&over=1000', limit: limits.dear },
  '3-s': { pace: 'over 3 s', query: '&over=3000', limit: limits.dear, peers: chats },
};

/**
 * Functions that print and return the task times of a page that receives 30,000 tokens, by the name of the pace. If they arrive within a few
 * frames, each way lays out the whole text only a few times. The slower they arrive, the more the cost of one frame's layout counts.
 */
export const burstScenarios = Object.fromEntries(
  Object.entries(bursts).map(([id, burst]) => [id, (stage) => measureBurst(stage, id, burst)]),
);

async function measureBurst(stage, id, { pace, query, isFed = false, limit, peers = [], about = '' }) {
  const length = textLength(tokens);
  const pathOf = (candidate) => (/^use(Chat|Completion)/.test(candidate) ? '/ui-messages' : '/events');
  const plays = [...fromEvents, ...peers].map((candidate) => [
    candidate,
    { candidate, length, fed: isFed, url: `${pathOf(candidate)}?tokens=${tokens}${query}` },
  ]);
  const results = await playRounds(stage, 'burst', plays, rounds);
  const rows = Object.entries(results).map(([candidate, plays]) => ({
    candidate,
    taskTime: summarize(plays.map(({ taskTime }) => taskTime)),
    changes: summarize(plays.map(({ answer }) => answer.changes)),
    endDelay: summarize(
      plays.map(({ answer }) => answer.endDelay),
      1,
    ),
  }));
  return printTable({
    id: `tokens-${id}`,
    title: `30,000 tokens ${pace}`,
    about:
      `Task time of the main thread in milliseconds. The ratio divides it by the time of the page written by hand. ${about}`.trim(),
    columns: [
      'way',
      'task time',
      'spread',
      'ratio',
      'page changes',
      'time a change',
      'target',
      ...(isFed ? ['end shown after'] : []),
    ],
    rows: rows.map(({ candidate, taskTime, changes, endDelay }) => {
      const ratio = taskTime.median / rows[0].taskTime.median;
      const isOurs = /^use(EventSource|FetchStream)/.test(candidate);
      return [
        candidate,
        taskTime.median,
        taskTime.spread,
        ratio,
        `${changes.median} (${changes.spread})`,
        (taskTime.median / changes.median).toFixed(2),
        isOurs ? judge(ratio, candidate.includes('blocks') ? limit.blocks : limit.concat) : '',
        ...(isFed ? [`${endDelay.median.toFixed(1)} (${endDelay.spread})`] : []),
      ];
    }),
    chart: { column: 'ratio', limit: limit.concat, limitOf: 'concat()' },
  });
}
