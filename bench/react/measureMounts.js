import { setTimeout } from 'node:timers/promises';
import { printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';

/** Prints what is left of 500 components that were mounted and unmounted. */
export async function measureMounts(stage) {
  const plays = ['useEventSource', 'by hand'].map((candidate) => [
    candidate,
    { candidate, cycles: 500, url: '/events?tokens=6000&over=60000' },
  ]);
  const results = await playRounds(stage, 'mounts', plays, 5, { read: () => countOpenStreams(stage.server) });
  const say = (samples) => {
    const { median, spread } = summarize(samples);
    return `${median} (${spread})`;
  };
  return printTable({
    id: 'mounts',
    title: '500 mounts and unmounts',
    about:
      'What remains of 500 components after they unmount. Chromium keeps some aborted requests in memory, also those of the page written by hand.',
    columns: ['way', 'requests', 'not aborted', 'timers', 'open at the server', 'stores not collected'],
    rows: Object.entries(results).map(([candidate, plays]) => [
      candidate,
      say(plays.map(({ answer }) => answer.requests)),
      say(plays.map(({ answer }) => answer.fetches)),
      say(plays.map(({ answer }) => answer.timers)),
      say(plays.map(({ reading }) => reading)),
      say(plays.map(({ answer }) => answer.stores)),
    ]),
  });
}

/** Counts the streams that the server still writes; Chromium closes some of those aborted only after seconds. */
async function countOpenStreams(server) {
  for (let tries = 0; tries < 50 && server.liveStreams() > 0; tries++) await setTimeout(200);
  return server.liveStreams();
}
