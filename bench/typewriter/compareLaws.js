import { importSource } from '../support/importSource.js';
import { printTable } from '../support/printTable.js';
import { createRateLaw } from './laws/createRateLaw.js';
import { playLaw } from './laws/playLaw.js';
import { burstyStreams, createEvenStream } from './laws/streams.js';

const { createPacer } = await importSource('core/typewriter/createPacer.ts');

const lags = { maxLag: 600, drain: 250 };
const frameRates = [24, 60, 144];

const rateLaw = 'rate and deadlines';
const ours = 'react-streamed';
const laws = {
  'as it arrives': createArrivalLaw,
  [rateLaw]: createRateLaw,
  [ours]: createOwnLaw,
};

/** The columns, and the figure in each. */
const figures = {
  still: 'still',
  paused: 'paused',
  'speed variation': 'variation',
  'speed change': 'change',
  'mean delay': 'meanDelay',
  'worst delay': 'worstDelay',
};
const columns = Object.keys(figures);
const toCells = (result) => Object.values(figures).map((figure) => result[figure]);

/** Prints and gives how smoothly ours, the law that it started from and no law at all show the same streams. */
export function compareLaws() {
  return [compareBurstyStreams(), compareEvenStreams()];
}

function compareBurstyStreams() {
  const rows = frameRates.flatMap((frameRate) => {
    const plays = Object.entries(laws).map(([name, law]) => [
      name,
      // The golden ratio spreads the phases evenly.
      burstyStreams.map((stream, index) => playLaw(law, stream, { frameRate, phase: (index * 0.618) % 1, ...lags })),
    ]);
    const before = Object.fromEntries(plays)[rateLaw];
    return plays.map(([name, results]) => {
      const better = (figure) =>
        name === ours
          ? percent(results.filter((result, index) => result[figure] < before[index][figure]).length / results.length)
          : '';
      const worstDelay = Math.max(...results.map((result) => result.worstDelay));
      const cells = toCells({ ...average(results), worstDelay });
      return [`${name}, ${frameRate} Hz`, ...cells, better('change'), better('meanDelay')];
    });
  });
  return printTable({
    id: 'bursty',
    title: `Smoothness on ${burstyStreams.length} bursty streams`,
    about: `Simulated streams with random rates, gaps and pieces. “smoother in” and “sooner in” say in how many of them ours changes its speed less, or shows the text earlier on average, than the earlier algorithm “${rateLaw}”.`,
    columns: ['algorithm', ...columns, 'smoother in', 'sooner in'],
    rows,
    chart: { column: 'speed change' },
  });
}

function compareEvenStreams() {
  const slow = ['4 graphemes each 250 ms', createEvenStream(4, 250)];
  const cases = [
    ...frameRates.map((frameRate) => [...slow, frameRate]),
    ['20 graphemes each 400 ms', createEvenStream(20, 400), 60],
    ['80 graphemes each 1 s', createEvenStream(80, 1000), 60],
    ['10 graphemes each 100 ms', createEvenStream(10, 100), 60],
    ['4 graphemes each 20 ms', createEvenStream(4, 20), 60],
  ];
  const phases = Array.from({ length: 20 }, (_, index) => index / 20);
  const rows = cases.flatMap(([stream, arrivals, frameRate]) =>
    [rateLaw, ours].map((name) => {
      const results = phases.map((phase) => playLaw(laws[name], arrivals, { frameRate, phase, ...lags }));
      return [`${stream}, ${frameRate} Hz`, name, ...toCells(average(results))];
    }),
  );
  return printTable({
    id: 'even',
    title: 'Smoothness on even streams',
    about:
      'The same figures for equal pieces at equal intervals, as means over twenty phases of the frames. On slow streams ours types more evenly. On fast ones the same rule only delays the text.',
    columns: ['stream', 'algorithm', ...columns],
    rows,
  });
}

/** Ours, with letters for graphemes. */
function createOwnLaw({ maxLag }) {
  const pacer = createPacer(() => ({ ...lags, maxLag }));
  let shown = 0;
  return {
    arrive: (count, now) => {
      pacer.advance(now);
      pacer.append('x'.repeat(count), now);
    },
    hurry: (now) => {
      pacer.advance(now);
      pacer.end();
    },
    shown: (now) => {
      pacer.advance(now);
      shown += pacer.takeDue().length;
      return shown;
    },
  };
}

/** Shows each piece in the next frame. */
function createArrivalLaw() {
  let arrived = 0;
  return {
    arrive: (count) => {
      arrived += count;
    },
    hurry: () => {},
    shown: () => arrived,
  };
}

function average(results) {
  const mean = (figure) => results.reduce((sum, result) => sum + result[figure], 0) / results.length;
  return Object.fromEntries(Object.keys(results[0]).map((figure) => [figure, mean(figure)]));
}

function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
}
