import { median, quantile } from '../support/measure.js';
import { judge, printTable } from '../support/printTable.js';
import { playFrames } from './playFrames.js';
import { cutGraphemes, fill, texts } from './texts.js';

const length = 200_000;
const perFrame = 20;
const rounds = 7;

/** Prints and gives what a frame costs in the core, for each script. */
export function measureCore() {
  const rows = Object.entries(texts).flatMap(([name, text]) => {
    const pieces = cutGraphemes(fill(text, length), perFrame);
    return ['append', 'setText'].map((feed) => {
      playFrames(pieces.slice(0, 500), feed);
      const plays = Array.from({ length: rounds }, () => playFrames(pieces, feed));
      const means = plays.map(({ mean }) => mean);
      const spread = [Math.min(...means), Math.max(...means)].map((mean) => mean.toFixed(0)).join('–');
      const slowest = median(plays.map(({ times }) => quantile(times, 0.99)));
      const last = median(plays.map(({ times }) => mean(times.slice(-times.length / 10))));
      const verdict = name === 'mixed' && feed === 'append' ? judge(median(means), 50) : '';
      return [name, feed, pieces.length, median(means), spread, slowest, last, verdict];
    });
  });
  return printTable({
    id: 'core-frame',
    title: 'A frame of the typewriter in the core',
    about: `Processor time of one frame in microseconds, without a page, while 200 kB are typed at ${perFrame} graphemes per frame. The arrival of the text is included. \`setText\` receives the whole text each time, and V8 copies it.`,
    columns: ['text', 'fed by', 'frames', 'time', 'spread', '99 % are below', 'the last tenth', 'target'],
    rows: rows.map(([name, feed, frames, ...others]) => [name, feed, `${frames}`, ...others]),
  });
}

function mean(times) {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}
