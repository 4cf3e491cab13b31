import { playRounds } from '../react/playRounds.js';
import { summarize } from '../react/summarize.js';
import { judge, printTable } from '../support/printTable.js';

const growingNode = 'one growing text node';
const blocks = 'useTypewriter, blocks';
/** How many steps each is given: those that take long, few. */
const candidates = {
  'empty frames': 120,
  [growingNode]: 30,
  [blocks]: 240,
  'useTypewriter, text': 30,
  '@assistant-ui/react': 30,
  'react-type-animation': 30,
  'typewriter-effect': 120,
};

/** Prints and gives what a step costs in a page that shows a long text already. */
export async function measureSteps(stage, { script, name, limit }) {
  const plays = Object.entries(candidates).map(([candidate, steps]) => [
    candidate,
    { candidate, script, length: 180_000, steps },
  ]);
  const results = await playRounds(stage, 'step', plays, 5);
  const rows = Object.entries(results).map(([candidate, plays]) => ({
    candidate,
    step: summarize(
      plays.map(({ taskTime, answer }) => taskTime / answer.steps),
      2,
    ),
    graphemes: summarize(
      plays.map(({ answer }) => answer.graphemes / answer.steps),
      1,
    ),
  }));
  const { median } = rows.find(({ candidate }) => candidate === growingNode).step;
  return printTable({
    id: `step-${script.toLowerCase()}`,
    title: `A step with 180 kB of ${name} shown`,
    about:
      'Main-thread task time of one step in milliseconds, layout included. The ratio divides it by the time of one text node that grows by 20 graphemes per frame. react-type-animation and typewriter-effect type one character per step.',
    columns: ['way', 'time', 'spread', 'ratio', 'graphemes a step', 'target'],
    rows: rows.map(({ candidate, step, graphemes }) => [
      candidate,
      step.median,
      step.spread,
      step.median / median,
      graphemes.median.toFixed(1),
      candidate === blocks ? judge(step.median / median, limit) : '',
    ]),
    chart: { column: 'ratio', limit },
  });
}
