import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { pressKeys } from './pressKeys.js';
import { summarize } from './summarize.js';
import { textLength } from './tokens.js';

const duration = 8000;
const lazyBlocks = 'useFetchStream, blocks(), content-visibility';

/** How many tokens make a text of so many characters. */
function tokensOf(characters) {
  return Math.round(characters / (textLength(10_000) / 10_000));
}

/** Prints the long tasks of a page that receives 1 MB, on a processor that is slowed down four times. */
export async function measureLongTasks(stage) {
  const tokens = tokensOf(1_000_000);
  const plays = ['useFetchStream, blocks()', lazyBlocks].map((candidate) => [
    candidate,
    { candidate, length: textLength(tokens), url: `/events?tokens=${tokens}&over=${duration}` },
  ]);
  const results = await playRounds(stage, 'input', plays, 7, {
    slowdown: 4,
    meanwhile: ({ session }) => pressKeys(session, duration),
  });
  return printTable({
    id: 'long-tasks',
    title: '1 MB over 8 s, processor slowed down 4 times',
    about: 'How many tasks take more than 50 ms, how long the longest takes, and the task time, in milliseconds.',
    columns: ['way', 'long tasks', 'longest', 'task time', 'spread', 'target'],
    rows: Object.entries(results).map(([candidate, plays]) => {
      const count = summarize(plays.map(({ answer }) => answer.longTasks.length));
      const longest = summarize(plays.map(({ answer }) => Math.max(0, ...answer.longTasks)));
      const taskTime = summarize(plays.map(({ taskTime }) => taskTime));
      return [
        candidate,
        `${count.median} (${count.spread})`,
        `${longest.median.toFixed(0)} (${longest.spread})`,
        taskTime.median,
        taskTime.spread,
        candidate === lazyBlocks ? judge(count.median, 0) : '',
      ];
    }),
  });
}

/** Prints the task time of a frame while much is shown already. */
export async function measureLargePages(stage) {
  const more = 180;
  const sizes = { '50 kB': 50_000, '1 MB': 1_000_000 };
  const plays = ['useFetchStream, blocks()', lazyBlocks].flatMap((candidate) =>
    Object.entries(sizes).map(([size, characters]) => {
      const first = tokensOf(characters);
      return [
        `${candidate}, ${size}`,
        {
          candidate,
          firstLength: textLength(first),
          length: textLength(first + more),
          url: `/events?tokens=${first + more}&first=${first}&over=3000`,
        },
      ];
    }),
  );
  const results = await playRounds(stage, 'large', plays, 7);
  const rows = Object.entries(results).map(([name, plays]) => ({
    name,
    changes: summarize(plays.map(({ answer }) => answer)),
    time: summarize(
      plays.map(({ taskTime, answer }) => taskTime / answer),
      2,
    ),
  }));
  return printTable({
    id: 'large-pages',
    title: 'A frame with much text shown',
    about:
      '60 tokens a second arrive for 3 s, while 50 kB or 1 MB are shown. The ratio divides the task time of one change of the page by that with 50 kB shown.',
    columns: ['shown', 'time a change', 'spread', 'page changes', 'ratio', 'target'],
    rows: rows.map(({ name, changes, time }, index) => {
      const isLarge = index % 2 === 1;
      const ratio = time.median / rows[index - (index % 2)].time.median;
      return [
        name,
        time.median,
        time.spread,
        `${changes.median} (${changes.spread})`,
        ratio,
        isLarge ? judge(ratio, 1.5) : '',
      ];
    }),
  });
}
