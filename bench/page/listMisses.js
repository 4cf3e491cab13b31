import { formatCell } from './formatCell.js';

const figures = ['ratio', 'kB', 'commits', 'more', 'time', 'worst', 'findings', 'peak / mean', 'tasks over 50 ms'];

/** Lists the rows of a table that miss their target, each with its figure and the target. */
export function listMisses({ title, columns, rows }) {
  const figure = columns.indexOf(figures.find((name) => columns.includes(name)));
  const target = columns.indexOf('target');
  return rows
    .filter((row) => String(row[target]).endsWith('missed'))
    .map((row) => `${title}, ${row[0]}: ${formatCell(row[figure])} instead of ${row[target].split(':')[0]}`);
}
