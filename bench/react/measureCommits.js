import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';

const events = 20_000;

/** Prints how many commits show 20,000 events that arrive at once. */
export async function measureCommits(stage) {
  const plays = [
    ['in one write', { url: `/events?tokens=${events}&whole` }],
    ['each in a write', { url: `/events?tokens=${events}` }],
  ];
  const results = await playRounds(stage, 'commits', plays, 5);
  return printTable({
    id: 'commits',
    title: '20,000 events at once',
    about:
      'Commits that React needs to show the events, read into `list()`, beside a child that sets state in an effect.',
    columns: ['server', 'commits', 'spread', 'all shown', 'target'],
    rows: Object.entries(results).map(([server, plays]) => {
      const commits = summarize(plays.map(({ answer }) => answer.commits));
      const isWhole = plays.every(({ answer }) => answer.shown === events);
      // Written one by one they come over several frames, as many as the server takes.
      const verdict = server === 'in one write' ? judge(commits.median, 5) : '';
      return [server, `${commits.median}`, commits.spread, isWhole ? 'yes' : 'no', verdict];
    }),
  });
}
