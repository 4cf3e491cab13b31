// What one frame costs in the core: 200 kB of mixed text, 20 graphemes a frame. Run it with `node bench/typewriter/core.js`
// after `npm run build`, or pass the path of another build of `react-streamed/core`.
import { performance } from 'node:perf_hooks';

const { createTypewriter } = await import(process.argv[2] ?? '../../dist/core.js');

const scripts = {
  Latin: 'The quick brown fox jumps over the lazy dog, and “again” – at 3.14159 m/s.\n',
  Chinese: '天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。\n',
  Korean: '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.\n',
  Hindi: 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।\n',
  Thai: 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ\n',
  Arabic: 'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.\n',
  emoji: 'Done ✅ 👩‍👩‍👧‍👦 👍🏽 🇩🇪🇫🇷 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥\n',
};
const texts = { ...scripts, mixed: `${Object.values(scripts).join('')}\n` };

const size = 200_000;
const perFrame = 20;
const budget = 50;

/** A clock whose frames come when they are asked for. */
function createClock() {
  let time = 0;
  let frame;
  return {
    now: () => time,
    setTimeout: () => undefined,
    clearTimeout: () => {},
    requestAnimationFrame: (callback) => {
      frame = callback;
    },
    cancelAnimationFrame: () => {
      frame = undefined;
    },
    advanceFrame: () => {
      time += 1000 / 60;
      frame?.();
    },
  };
}

/**
 * Plays the text and gives the microseconds of each frame, its arrival included. `setText` is given the whole text so far, which
 * V8 copies into one piece each time before anything can be read of it.
 */
function play(text, feed) {
  const pieces = [];
  let piece = '';
  let count = 0;
  for (const { segment } of segment200(text)) {
    piece += segment;
    if (++count % perFrame === 0) {
      pieces.push(piece);
      piece = '';
    }
  }
  if (piece) pieces.push(piece);
  const clock = createClock();
  const typewriter = createTypewriter({ clock });
  let blocks = 0;
  typewriter.subscribe(() => {
    blocks = typewriter.getSnapshot().blocks.length;
  });
  const times = [];
  let source = '';
  for (const piece of pieces) {
    source += piece;
    const start = performance.now();
    if (feed === 'append') typewriter.append(piece);
    else typewriter.setText(source);
    clock.advanceFrame();
    times.push((performance.now() - start) * 1000);
  }
  typewriter.end();
  for (let frame = 0; frame < 60; frame++) clock.advanceFrame();
  if (typewriter.getSnapshot().text !== source) throw new Error('The typewriter lost text.');
  return { times, blocks };
}

/** Segments in lines: a segmenter copies its whole input with each step in V8 before 12. */
function* segment200(text) {
  const segmenter = new Intl.Segmenter();
  for (const line of text.split(/(?<=\n)/)) yield* segmenter.segment(line);
}

const sort = (times) => times.toSorted((left, right) => left - right);
const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;

console.log(
  `Node ${process.version}, ${size / 1000} kB, ${perFrame} graphemes a frame; microseconds a frame, budget ${budget}\n`,
);
console.log('text      fed by     frames    mean     p50     p99   last 10 %');
let isOver = false;
for (const [name, text] of Object.entries(texts)) {
  const long = text.repeat(Math.ceil(size / text.length)).slice(0, size);
  for (const feed of ['append', 'setText']) {
    play(long.slice(0, 20_000), feed);
    const { times } = play(long, feed);
    const sorted = sort(times);
    const row = [
      mean(times),
      sorted[times.length >> 1],
      sorted[Math.floor(times.length * 0.99)],
      mean(times.slice(-times.length / 10)),
    ];
    if (name === 'mixed' && feed === 'append' && row[0] > budget) isOver = true;
    console.log(
      name.padEnd(10) +
        feed.padEnd(9) +
        String(times.length).padStart(8) +
        row.map((time) => time.toFixed(1).padStart(8)).join(''),
    );
  }
}
process.exitCode = isOver ? 1 : 0;
