import { openStage } from '../react/openStage.js';
import { textLength } from '../react/tokens.js';
import { printComparison } from './printComparison.js';

const tokens = 30_000;
const reactPages = new URL('../react/pages/', import.meta.url);
const typewriterPages = new URL('../typewriter/pages/', import.meta.url);

const paces = { 'in one write': '&whole', 'as fast as read': '', 'over 1 s': '&over=1000', 'over 3 s': '&over=3000' };
const readers = ['useEventSource, concat()', 'useFetchStream, concat()', 'useFetchStream, blocks()'];

/** What each page is given, by the name of its row. */
const burstPlays = Object.entries(paces).flatMap(([pace, query]) =>
  readers.map((candidate) => [
    `${candidate}, ${pace}`,
    'burst',
    { candidate, length: textLength(tokens), url: `/events?tokens=${tokens}${query}` },
  ]),
);
const reactPlays = [
  ...burstPlays,
  ['list() of 20,000 events', 'commits', { url: '/events?tokens=20000&whole' }],
  ['a transition', 'transition', { candidate: 'useEventSource', url: '/events?tokens=1800&over=30000' }],
  [
    '1,000 sharing components',
    'sharing',
    { candidate: '1,000 components share the stream', url: '/events?tokens=180&over=3000' },
  ],
];
const typewriterPlays = ['mixed', 'Latin'].flatMap((script) =>
  ['useTypewriter, blocks', 'useTypewriter, text'].map((candidate) => [
    `a step of ${candidate}, ${script}`,
    'step',
    { candidate, script, length: 180_000, steps: candidate.endsWith('blocks') ? 240 : 30 },
  ]),
);

/** Times pages of Chromium that use the hooks of two sources. */
export async function comparePages(sources, rounds) {
  const react = await playInTurns(sources, reactPages, reactPlays, rounds);
  printComparison('Hooks', 'task time of the main thread in milliseconds', react);
  const typewriter = await playInTurns(sources, typewriterPages, typewriterPlays, rounds);
  printComparison('useTypewriter', 'task time of the main thread in milliseconds', typewriter);
}

async function playInTurns(sources, pages, plays, rounds) {
  const names = [...new Set(plays.map(([, page]) => page))];
  const open = (source) => openStage({ pages, names, source });
  const stages = { before: await open(sources.before), now: await open(sources.now) };
  const samples = Object.fromEntries(plays.map(([row]) => [row, { before: [], now: [] }]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [row, page, input] of plays) {
        for (const side of round % 2 ? ['now', 'before'] : ['before', 'now']) {
          samples[row][side].push((await stages[side].play(page, input)).taskTime);
        }
      }
    }
  } finally {
    await stages.before.close();
    await stages.now.close();
  }
  return samples;
}
