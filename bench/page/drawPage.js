import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { commandOf } from './commandOf.js';
import { compareWithPeers, drawFigures } from './compareWithPeers.js';
import { drawChart } from './drawChart.js';
import { drawCurves } from './drawCurves.js';
import { drawDates } from './drawDates.js';
import { drawTable } from './drawTable.js';
import { listMisses } from './listMisses.js';
import { parts } from './parts.js';
import { readResults } from './results.js';
import { summarizePacing } from './summarizePacing.js';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/benchmarks.md', root);
const images = new URL('docs/images/benchmarks/', root);
const readme = new URL('README.md', root);
/** The part of README that holds the figures. */
const figures = /(?<=<!-- benchmarks -->\n)[\s\S]*(?=<!-- \/benchmarks -->)/;

/** Draws `docs/benchmarks.md`, its charts and the figures in README from the latest results of each part. */
export function drawPage() {
  mkdirSync(images, { recursive: true });
  for (const name of readdirSync(images)) rmSync(new URL(name, images));
  const results = Object.fromEntries(Object.keys(parts).map((part) => [part, readResults(part)]));
  writeFileSync(
    page,
    [drawIntroduction(results), ...Object.entries(results).map(drawPart), drawMisses(results)].join('\n'),
  );
  const text = readFileSync(readme, 'utf8');
  if (!figures.test(text)) throw new Error('README.md has no place for the figures of the benchmarks.');
  writeFileSync(
    readme,
    text.replace(figures, () => `\n${drawFigures(results)}\n\n${drawDates(results, ['parser', 'react', 'size'])}\n\n`),
  );
}

function drawIntroduction(results) {
  return `# Benchmarks

How does react-streamed compare with the libraries that you might use instead, and with a page written by hand?

${compareWithPeers(results)
  .map(({ peer, text }) => `- **${peer}.** ${text}`)
  .join('\n')}

${drawDates(results)} Each part names its command. The [missed targets](#missed-targets) are listed at the end.

## How to read the figures

\`npm run bench\` measures everything on this page again. It stores the results in \`bench/results\` and draws the page from
them. The machine was shared with other work, so read the ratios, which compare candidates that took turns, rather than
the times. Two runs can differ by more than the spread within one, so ignore small differences.
`;
}

function drawPart([part, results]) {
  const { title, text } = parts[part];
  const { date, machine, versions, maxRounds, tables } = results;
  const { processor, cores, memory, system, loadAtEnd } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const reduced = maxRounds ? `, with at most ${maxRounds} plays of each page` : '';
  return `## ${title}

${text}

- Run: ${commandOf(part, results)} on ${date}${reduced}
- Machine: ${processor}, ${cores} cores, ${memory}, ${system}, load ${loadAtEnd} at the end
- Versions: ${named.join(', ')}

${part === 'react' ? drawPacing(tables) : ''}${tables.map((table) => drawFigure(part, table)).join('\n')}`;
}

function drawPacing(tables) {
  return `### Does a stream take the page?

The figures that decide it, from the tables below. Each is the worst of our rows there.

${drawTable(summarizePacing(tables))}

`;
}

function drawFigure(part, table) {
  return `### ${table.title}

${table.about}
${table.run ? `\nMeasured by itself on ${table.run.date} with ${commandOf(part, { ...table.run, only: table.id })}.\n` : ''}${table.chart ? drawImage(part, table) : ''}
${drawTable(table)}
`;
}

/** Writes the chart of a table, and gives the Markdown that shows it. */
function drawImage(part, table) {
  const name = `${part}-${table.id}.svg`;
  const { column, curves } = table.chart;
  writeFileSync(new URL(name, images), curves ? drawCurves(table) : drawChart(table));
  const shown = curves ? `${column} over time` : `the column “${column}” of the table as bars`;
  return `\n![${table.title}: ${shown}](images/benchmarks/${name})\n`;
}

function drawMisses(results) {
  const misses = Object.values(results).flatMap(({ tables }) => tables.flatMap(listMisses));
  const list = misses.length === 0 ? 'Every target is reached.' : misses.map((miss) => `- ${miss}`).join('\n');
  return `## Missed targets

The targets are our own. ${misses.length === 0 ? '' : 'These figures miss theirs:\n\n'}${list}
`;
}
