import { importSource } from '../support/importSource.js';
import { judge, printTable } from '../support/printTable.js';
import { burstyStreams } from './laws/streams.js';

const { createTypewriter } = await importSource('core/typewriter/createTypewriter.ts');
const { createManualClock } = await importSource('testing/createManualClock.ts');

const maxLag = 600;
const drain = 250;
const frameRates = [24, 60, 144];

/** Prints and gives the worst delays of the typewriter over bursty streams. */
export function measureDelays() {
  const plays = frameRates.map((frameRate) => [frameRate, burstyStreams.map((stream) => play(stream, frameRate))]);
  const rowsOf = (name, figure, lag) =>
    plays.map(([frameRate, results]) => {
      const worst = Math.max(...results.map((result) => result[figure]));
      // Rounded up to a tenth.
      const limit = Math.ceil((lag + 1000 / frameRate) * 10) / 10;
      return [`${name}, ${frameRate} Hz`, worst, judge(worst, limit)];
    });
  return printTable({
    id: 'worst-delay',
    title: 'The worst delay',
    about: `The longest time in milliseconds from the arrival of a grapheme, or from the end of the text, to the frame that shows it. The typewriter plays ${burstyStreams.length} simulated bursty streams. \`maxLag\` is ${maxLag} and \`drain\` is ${drain}, and one frame may pass on top.`,
    columns: ['what', 'worst', 'target'],
    rows: [...rowsOf('a grapheme', 'worstDelay', maxLag), ...rowsOf('after the end', 'afterEnd', drain)],
  });
}

/** Types a letter for each grapheme of a stream, and gives the worst of their delays and that of the last after the end. */
function play(arrivals, frameRate) {
  const clock = createManualClock({ frameRate });
  const typewriter = createTypewriter({ clock, maxLag, drain, isStreaming: true });
  const arrivedAt = [];
  let worstDelay = 0;
  let shown = 0;
  typewriter.subscribe(() => {
    const { length } = typewriter.getSnapshot().text;
    for (; shown < length; shown++) worstDelay = Math.max(worstDelay, clock.now() - arrivedAt[shown]);
  });
  for (const { time, count } of arrivals) {
    clock.advance(time - clock.now());
    for (let i = 0; i < count; i++) arrivedAt.push(time);
    typewriter.append('a'.repeat(count));
  }
  const end = clock.now();
  typewriter.end();
  while (typewriter.getSnapshot().isTyping) clock.advanceFrame();
  if (shown !== arrivedAt.length) throw new Error('The typewriter lost text.');
  return { worstDelay, afterEnd: clock.now() - end };
}
