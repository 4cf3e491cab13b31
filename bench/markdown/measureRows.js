import { playRounds } from '../react/playRounds.js';
import { summarize } from '../react/summarize.js';
import { judge, printTable } from '../support/printTable.js';
import { makeText } from './makeText.js';

const candidates = {
  'nothing rendered': 'Nothing',
  'react-markdown, rows of markdown()': 'Rows',
  Streamdown: 'InStreamdown',
};

/** Measures how smoothly a page renders streamed Markdown on a slow processor. */
export async function measureRows(stage) {
  // Without images, because the page has no network.
  const text = (await makeText(60_000)).replaceAll('![', '[');
  const plays = Object.entries(candidates).map(([name, candidate]) => [name, { candidate, text }]);
  const results = await playRounds(stage, 'rows', plays, 3, { slowdown: 4, timeout: 400_000 });
  return printTable({
    id: 'markdown-rows',
    title: 'Streamed Markdown on a slow processor',
    about:
      '60 kB in pieces of 24 characters, one each 16 ms, in Chromium with its processor slowed four times. Rows are counted in our page only. It must render at most as many as there are blocks and frames, and have no task of more than 50 ms. The first row shows how many of those tasks the busy machine causes by itself.',
    columns: ['way', 'tasks over 50 ms', 'spread', 'longest task', 'rows rendered', 'blocks', 'frames', 'target'],
    rows: Object.entries(results).map(([name, played]) => {
      const answers = played.map(({ answer }) => answer);
      const middle = (key) => summarize(answers.map((answer) => answer[key])).median;
      const long = summarize(answers.map((answer) => answer.long));
      return [
        name,
        long.median,
        long.spread,
        ...['longest', 'rows', 'blocks', 'frames'].map((key) => middle(key).toFixed(0)),
        candidates[name] === 'Rows' ? judge(long.median, 0) : '',
      ];
    }),
  });
}
