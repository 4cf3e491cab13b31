import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';
import { markdownTokenAt, textLength } from './tokens.js';

const frame = "useFetchStream, throttle 'frame'";
const auto = "useFetchStream, throttle 'auto'";
const candidates = [frame, auto, 'useChat, throttle 50'];

/** Prints the task time of a page that renders the whole answer with react-markdown at each update. */
export async function measureMarkdown(stage) {
  const tokens = Math.round(60_000 / (textLength(1000, markdownTokenAt) / 1000));
  const length = textLength(tokens, markdownTokenAt);
  const plays = candidates.map((candidate) => {
    const path = candidate.startsWith('useChat') ? '/ui-messages' : '/events';
    return [candidate, { candidate, length, url: `${path}?markdown&tokens=${tokens}&over=3000` }];
  });
  const results = await playRounds(stage, 'markdown', plays, 7);
  const rows = Object.entries(results).map(([candidate, plays]) => ({
    candidate,
    taskTime: summarize(plays.map(({ taskTime }) => taskTime)),
    changes: summarize(plays.map(({ answer }) => answer)),
  }));
  return printTable({
    id: 'markdown',
    title: 'react-markdown of a whole answer of 60 kB',
    about:
      "Task time in milliseconds. The answer arrives over 3 s, and all of it is rendered as Markdown at each update. The ratio divides the time by that with `throttle: 'frame'`.",
    columns: ['way', 'task time', 'spread', 'ratio', 'page changes', 'target'],
    rows: rows.map(({ candidate, taskTime, changes }) => {
      const ratio = taskTime.median / rows[0].taskTime.median;
      return [
        candidate,
        taskTime.median,
        taskTime.spread,
        ratio,
        `${changes.median} (${changes.spread})`,
        candidate === auto ? judge(ratio, 0.4) : '',
      ];
    }),
    chart: { column: 'ratio', limit: 0.4, limitOf: "'auto'" },
  });
}
