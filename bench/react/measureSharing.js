import { printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';

const candidates = ['one parent passes the data down', '1,000 components share the stream'];

/** Prints the task time of 1,000 components that show one stream of 60 events a second. */
export async function measureSharing(stage) {
  const plays = candidates.map((candidate) => [candidate, { candidate, url: '/events?tokens=180&over=3000' }]);
  const results = await playRounds(stage, 'sharing', plays, 7);
  const rows = Object.entries(results).map(([candidate, plays]) => ({
    candidate,
    taskTime: summarize(plays.map(({ taskTime }) => taskTime)),
    commits: summarize(plays.map(({ answer }) => answer)),
    // A busy machine shows fewer frames, so that the time of one says more.
    commitTime: summarize(
      plays.map(({ taskTime, answer }) => taskTime / answer),
      2,
    ),
  }));
  return printTable({
    id: 'sharing',
    title: '1,000 components show one stream',
    about:
      'The stream sends 60 events a second for 3 s. Times are task times in milliseconds, and the ratio compares the time of one commit with that of one parent that passes the data down.',
    columns: ['way', 'task time', 'spread', 'commits', 'time a commit', 'spread', 'ratio'],
    rows: rows.map(({ candidate, taskTime, commits, commitTime }) => [
      candidate,
      taskTime.median,
      taskTime.spread,
      `${commits.median}`,
      commitTime.median,
      commitTime.spread,
      commitTime.median / rows[0].commitTime.median,
    ]),
  });
}
