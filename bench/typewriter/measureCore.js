import { importSource } from '../support/importSource.js';
import { median, quantile } from '../support/measure.js';
import { judge, printTable } from '../support/printTable.js';
import { playFrames } from './playFrames.js';
import { cutGraphemes, fill, texts } from './texts.js';

const { createTypewriter } = await importSource('core/typewriter/createTypewriter.ts');

const length = 200_000;
const perFrame = 20;
const rounds = 7;
const feeds = ['append', 'setText'];

/** Prints and gives what a frame costs in the core, for each script. */
export function measureCore() {
  const rows = Object.entries(texts).flatMap(([name, text]) => {
    const plays = playInTurns(cutGraphemes(fill(text, length), perFrame));
    const appendTime = median(plays.append.map(({ mean }) => mean));
    return feeds.map((feed) => {
      const means = plays[feed].map(({ mean }) => mean);
      const spread = [Math.min(...means), Math.max(...means)].map((mean) => mean.toFixed(0)).join('–');
      const slowest = median(plays[feed].map(({ times }) => quantile(times, 0.99)));
      const last = median(plays[feed].map(({ times }) => mean(times.slice(-times.length / 10))));
      const time = median(means);
      const ratio = time / appendTime;
      const frames = plays[feed][0].times.length;
      return [name, feed, frames, time, spread, slowest, last, ratio, judgeFrame({ name, feed, time, ratio })];
    });
  });
  return printTable({
    id: 'core-frame',
    title: 'A frame of the typewriter in the core',
    about: `Processor time of one frame in microseconds, without a page, while 200 kB are typed at ${perFrame} graphemes per frame. The arrival of the text is included. \`setText\` receives the whole text each time, and V8 copies it before anything of it can be read, so the typewriter reads a long text only a few times a second. The ratio compares it with \`append\`.`,
    columns: ['text', 'fed by', 'frames', 'time', 'spread', '99 % are below', 'the last tenth', 'ratio', 'target'],
    rows: rows.map(([name, feed, frames, ...others]) => [name, feed, `${frames}`, ...others]),
  });
}

/** Plays the pieces by each feed in turn, and every other round backwards, so that a busy machine slows both alike. */
function playInTurns(pieces) {
  for (const feed of feeds) playFrames(createTypewriter, pieces.slice(0, 500), feed);
  const plays = Object.fromEntries(feeds.map((feed) => [feed, []]));
  for (let round = 0; round < rounds; round++) {
    for (const feed of round % 2 ? feeds.toReversed() : feeds)
      plays[feed].push(playFrames(createTypewriter, pieces, feed));
  }
  return plays;
}

/** The cost of `setText` is judged as a ratio, and that of `append` in microseconds with one text of many scripts. */
function judgeFrame({ name, feed, time, ratio }) {
  if (feed === 'setText') return judge(ratio, 3);
  return name === 'mixed' ? judge(time, 50) : '';
}

function mean(times) {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}
