import { judge } from '../support/printTable.js';

const concat = /^use(EventSource|FetchStream), concat\(\)$/;
const blocks = /^useFetchStream, blocks\(\)/;
const cheapPaces = ['tokens-at-once', 'tokens-fast', 'tokens-fed'];
const dearPaces = ['tokens-300-ms', 'tokens-1-s', 'tokens-3-s'];

/** How long a frame is at 60 Hz, in milliseconds. */
const frame = 17;

/**
 * Gathers from the tables of the part react whether a stream takes the page. Each figure is the worst of its rows.
 *
 * @returns a table without the rows that were not measured yet.
 */
export function summarizePacing(tables) {
  const worst = (ids, column, ways) => {
    const figures = ids.flatMap((id) => readColumn(tables, id, column, ways));
    return figures.length > 0 ? Math.max(...figures) : undefined;
  };
  const keyPress = (id, ways) => worst([id], 'p95', ways);
  const more = (id) => keyPress(id, blocks) - keyPress(id, /^no stream$/);
  const rows = [
    ['Tokens with `concat()`, in at most a few frames', worst(cheapPaces, 'ratio', concat), 'by hand', 1.05],
    ['Tokens with `concat()`, from 0.3 s on', worst(dearPaces, 'ratio', concat), 'by hand', 0.5],
    ['Tokens with `blocks()`, in at most a few frames', worst(cheapPaces, 'ratio', blocks), 'by hand', 0.9],
    ['Tokens with `blocks()`, from 0.3 s on', worst(dearPaces, 'ratio', blocks), 'by hand', 0.3],
    [
      'p95 of a key press, slowed down 4 times, `concat()`',
      keyPress('input-4x', concat) / keyPress('input-4x', /^by hand$/),
      'by hand',
      0.5,
    ],
    ['p95 of a key press, `blocks()`, in ms more', more('input-1x'), 'no stream', 16],
    ['The same, slowed down 4 times', more('input-4x'), 'no stream', 16],
    [
      'Tasks over 50 ms during 1 MB, `content-visibility`, slowed down 4 times',
      worst(['long-tasks'], 'long tasks', /content-visibility/),
      '',
      0,
    ],
    ['Time of a frame with 1 MB shown, `blocks()`', worst(['large-pages'], 'ratio', /1 MB/), '50 kB shown', 1.5],
    ['react-markdown of 60 kB', worst(['markdown'], 'ratio', /'auto'/), "`throttle: 'frame'`", 0.4],
    [
      'From the last byte to the last character, in ms',
      worst(['tokens-fed'], 'end shown after', /^use(Ev|Fe)/),
      '',
      frame,
    ],
  ];
  return {
    columns: ['what', 'figure', 'against', 'target'],
    rows: rows
      .filter(([, figure]) => Number.isFinite(figure))
      .map(([what, figure, against, limit]) => [what, figure, against, judge(figure, limit)]),
  };
}

/** Reads a column of the rows that match. Of a cell such as `3 (2–5)`, it takes the median, which comes first. */
function readColumn(tables, id, column, ways) {
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) return [];
  const index = table.columns.indexOf(column);
  if (index < 0) return [];
  return table.rows.filter(([way]) => ways.test(way)).map((row) => Number.parseFloat(row[index]));
}
