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
    id: 'transition',
    title: 'A transition while a stream publishes',
    about:
      'A transition renders 400 components of 1 ms each while a stream publishes 60 times a second. The ratio divides its duration in milliseconds by the duration without a stream. The task time covers the whole play, which includes ten publications before the transition.',
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
