import { judge, printTable } from '../support/printTable.js';
import { playRounds } from './playRounds.js';
import { summarize } from './summarize.js';

const candidates = ['no stream', 'useEventSource', 'the same store through useSyncExternalStore'];

/** Prints how long a transition of 400 ms takes while a stream publishes at 60 Hz. */
export async function measureTransitions(stage) {
  const plays = candidates.map((candidate) => [candidate, { candidate, url: '/events?tokens=1800&over=30000' }]);
  const results = await playRounds(stage, 'transition', plays, 9);
  const rows = Object.entries(results).map(([candidate, plays]) => ({
    candidate,
    duration: summarize(plays.map(({ answer }) => answer.duration)),
    renders: summarize(plays.map(({ answer }) => answer.renders)),
    taskTime: summarize(plays.map(({ taskTime }) => taskTime)),
  }));
  return printTable({
    title: 'A transition while a stream publishes',
    about:
      '400 components of 1 ms each, at 60 publications a second: milliseconds until the transition is shown, / without a stream. On a busy machine that takes longer than the work: the task time is the processor time of the whole play, ten publications before the transition included.',
    columns: ['read by', 'duration', 'spread', 'ratio', 'components rendered', 'task time', 'target'],
    rows: rows.map(({ candidate, duration, renders, taskTime }, index) => {
      const ratio = duration.median / rows[0].duration.median;
      return [
        candidate,
        duration.median,
        duration.spread,
        ratio,
        `${renders.median}`,
        taskTime.median,
        index === 1 ? judge(ratio, 1.15) : '',
      ];
    }),
    chart: { column: 'ratio', limit: 1.15 },
  });
}
