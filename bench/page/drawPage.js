import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { drawChart } from './drawChart.js';
import { drawTable } from './drawTable.js';
import { listMisses } from './listMisses.js';
import { readResults } from './results.js';

const docs = new URL('../../docs/', import.meta.url);
const images = new URL('images/benchmarks/', docs);

const parts = {
  parser: {
    title: 'Parser',
    text: 'Bytes to events in Node, beside eventsource-parser on the same bytes. The times are medians of 25 rounds in one process in which all take turns, every other round backwards. The middle half is that of the ratios of each round.',
  },
  react: {
    title: 'Hooks',
    text: 'The hooks in Chromium, beside pages written by hand and the hooks of @ai-sdk/react, with production builds and one React. The times are those of the main thread as Chromium counts them: scripts, style, layout and paint. They are medians of plays in fresh pages that take turns; the spread is the least and the most.',
  },
  typewriter: {
    title: 'Typewriter',
    text: 'The typewriter without a page in Node, its law beside the one that it started from, and in Chromium beside others. typewriter-effect and react-type-animation type a text that they know from the start, and cannot follow a stream; here they show the first 180 kB at once, as they allow, and type on. @assistant-ui/react follows a stream: its message part, smooth by default, shows the growing last message of a thread in a runtime of an external store, as its manual has it.',
  },
  size: {
    title: 'Size',
    text: 'What an import of the built package adds to an app. React is not counted.',
  },
};

/** Draws `docs/benchmarks.md` and its charts from the latest results of each part. */
export function drawPage() {
  mkdirSync(images, { recursive: true });
  for (const name of readdirSync(images)) rmSync(new URL(name, images));
  const all = Object.keys(parts).flatMap((part) => {
    const results = readResults(part);
    return results ? [{ part, results }] : [];
  });
  writeFileSync(
    new URL('benchmarks.md', docs),
    `# Benchmarks

What \`npm run bench\` measured last, drawn from \`bench/results\`. The machine was shared with other work: read the ratios, which
compare what ran in turns, rather than the times, and let it run on yours. Small differences mean nothing here, and two
runs can differ by more than the spread within one.

${drawMisses(all)}
${all.map(drawPart).join('\n')}`,
  );
}

function drawMisses(all) {
  const misses = all.flatMap(({ results }) => results.tables.flatMap(listMisses));
  if (misses.length === 0) return 'Every target below is reached.\n';
  return `## What is missed

The targets are our own. These are missed:

${misses.map((miss) => `- ${miss}`).join('\n')}
`;
}

function drawPart({ part, results }) {
  const { title, text } = parts[part];
  const { date, machine, versions, maxRounds, tables } = results;
  const { processor, cores, memory, system, loadAtEnd } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const reduced = maxRounds ? ` This was a reduced run: each page was played at most ${maxRounds} times.` : '';
  return `## ${title}

${text}${reduced}

Run on ${date} by \`npm run bench -- ${part}${maxRounds ? ` --rounds=${maxRounds}` : ''}\`: ${processor}, ${cores} cores, ${memory}, ${system}, load ${loadAtEnd}
at the end; ${named.join(', ')}.

${tables.map((table) => drawFigure(part, table)).join('\n')}`;
}

function drawFigure(part, table) {
  let chart = '';
  if (table.chart) {
    const name = `${part}-${table.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.svg`;
    writeFileSync(new URL(name, images), drawChart(table));
    chart = `\n![${table.title}: the column “${table.chart.column}” of the table as bars](images/benchmarks/${name})\n`;
  }
  return `### ${table.title}

${table.about[0].toUpperCase()}${table.about.slice(1)}
${chart}
${drawTable(table)}
`;
}
