import { names, type Health, type Load, type Note, type Tally } from '../src/metrics.ts';

type MetricType = keyof typeof names;

const metrics = (Object.keys(names) as MetricType[]).flatMap((type) => names[type].map((name) => ({ type, name })));
const deeds = ['Deployed', 'Rolled back', 'Approved', 'Tested'];

/** Writes event number `id` of the feed. The same number is the same event each time, so nothing need be stored. */
export function writeMetric(id: number): string {
  const random = hash(id);
  const index = random % metrics.length;
  return `id: ${id}\nevent: ${metrics[index]!.type}\ndata: ${JSON.stringify(describeMetric(index, id))}\n\n`;
}

function describeMetric(index: number, id: number): Load | Tally | Health | Note {
  const { type, name } = metrics[index]!;
  const random = hash(id * 7);
  if (type === 'load') return { name, percent: Math.round(45 + 30 * Math.sin(id / 300 + index) + (random % 20)) };
  if (type === 'tally') return { name, added: 1 + (random % 9) };
  if (type === 'health') return { name, state: random % 10 < 7 ? 'up' : pick(['slow', 'slow', 'down'], random) };
  return { name, text: `${pick(deeds, random)} 2.${Math.floor(id / 400)}` };
}

/** Returns a number of 32 bits that looks random and is the same each time. */
function hash(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function pick<Choice>(choices: readonly Choice[], random: number): Choice {
  return choices[(random >>> 4) % choices.length]!;
}
